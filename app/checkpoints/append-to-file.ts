import { mkdir, open, stat } from 'node:fs/promises'
import { join } from 'node:path'

import type { SecondPlace } from './second-place.ts'
import { shippedLine } from './sign-checkpoint.ts'

/** What the file in the second place is called. */
export const CHECKPOINT_FILE = 'checkpoints.jsonl'

/**
 * A file that is only ever appended to, in a folder that should lie on another machine. A line is on disk before it counts.
 * One that broke off when the machine stopped is ended, and written again whole.
 */
export const appendToFile = (folder: string): SecondPlace => ({
  ship: async (checkpoint) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, CHECKPOINT_FILE)
    const isBrokenOff = !(await endsInLine(path))
    const file = await open(path, 'a', 0o600)
    try {
      await file.appendFile(`${isBrokenOff ? '\n' : ''}${shippedLine(checkpoint)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await syncFolder(folder)
  },
  close: async () => {},
})

/** So that the file itself is still there after a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

async function endsInLine(path: string): Promise<boolean> {
  const size = await stat(path).then((one) => one.size, () => 0)
  if (size === 0) return true
  const file = await open(path, 'r')
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1).finally(() => file.close())
  return buffer.toString() === '\n'
}
