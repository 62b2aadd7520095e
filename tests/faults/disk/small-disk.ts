import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of a few megabytes, in memory. */
export type SmallDisk = {
  path: string
  /** Takes all the room that is left, but for so many bytes. */
  fill(butFor?: number): void
  /** Gives back what `fill` took. */
  makeRoom(): void
  remove(): void
}

const CHUNK = Buffer.alloc(4096)

/** Null where this account may not mount any. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'onetrip-small-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path])
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true })
    return null
  }
  const [ballast, reserve] = [join(path, 'ballast'), join(path, 'reserve')]
  return {
    path,
    fill: (butFor = 0) => {
      write(reserve, butFor)
      write(ballast, Infinity)
      rmSync(reserve)
    },
    makeRoom: () => rmSync(ballast),
    remove: () => {
      spawnSync('umount', ['--lazy', path])
      rmSync(path, { recursive: true })
    },
  }
}

/** As many bytes as were asked for, or as there is room for. */
function write(path: string, bytes: number): void {
  const file = openSync(path, 'w')
  try {
    for (let left = bytes; left > 0; left -= CHUNK.length) writeSync(file, CHUNK)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(file)
  }
}
