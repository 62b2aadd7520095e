import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { StoreRefusal } from './store-refusal.ts'

/** What belongs to a database beside its file. */
const SIDES = ['-wal', '-shm', '-journal']

/** A file under a name that shows it is not done; whatever is left of an earlier try is taken away. */
export function unfinished(path: string): string {
  const name = `${path}.unfinished`
  discard(name)
  return name
}

export function discard(path: string): void {
  for (const side of ['', ...SIDES]) rmSync(path + side, { force: true })
}

/** Refuses a place where something is. */
export function refuseTaken(path: string): void {
  const taken = ['', ...SIDES].map((side) => path + side).find((name) => existsSync(name))
  if (taken !== undefined) throw new StoreRefusal(2, `${taken} is there already, and nothing is overwritten: take it away first, or choose another place.`)
}

/** Gives a finished file its name: it is on the disk whole before it has it, and keeps it through a power cut. */
export function putInPlace(from: string, to: string): void {
  sync(from, 'r+')
  refuseTaken(to)
  renameSync(from, to)
  // Windows syncs no folders: its file system keeps names by itself.
  if (process.platform !== 'win32') sync(dirname(to), 'r')
}

function sync(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
