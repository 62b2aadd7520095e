import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { keptEvidence } from '#app/checkpoints/kept-evidence.ts'
import type { Settings } from '#app/env.server.ts'

import { copyDatabase } from './copy-database.ts'
import { databaseFile } from './database-file.ts'
import { discard, putInPlace, refuseTaken, unfinished } from './put-in-place.ts'
import { StoreRefusal } from './store-refusal.ts'
import { type Copied, verifyCopy, wholeLines } from './verify-copy.ts'

const MB = 1024 * 1024

/** Copies the database to a new file while the portal writes, and gives it its name only once it is verified. @returns what to print */
export async function backup(settings: Settings, to: string): Promise<readonly string[]> {
  const from = databaseFile(settings)
  const target = resolve(to)
  if (!existsSync(from)) throw new StoreRefusal(2, `There is no database at ${from}. Set DATABASE_URL or DATA_DIR to the one to copy.`)
  if (!existsSync(dirname(target))) throw new StoreRefusal(2, `There is no folder ${dirname(target)}: make it first.`)
  refuseTaken(target)
  // Before the copy: what is shipped while it is made may speak of rows that it does not have.
  const { checkpoints, key } = keptEvidence(settings)
  const shipped = wholeLines(checkpoints)
  const copy = unfinished(target)
  try {
    await copyDatabase(from, copy)
    const copied = await verifyCopy(copy, shipped, key)
    putInPlace(copy, target)
    return [`${target}: ${Math.ceil(statSync(target).size / MB)} MB`, describe(copied), ...elsewhere(settings)]
  } finally {
    discard(copy)
  }
}

export const describe = ({ cases, events, accesses, checkpoints, files }: Copied): string =>
  `sound: ${cases} cases, ${events} events, ${accesses} access entries, ${checkpoints} checkpoints, ${files} uploads`

/** What a copy of the database does not hold. */
export const elsewhere = ({ FILES_URL: url }: Pick<Settings, 'FILES_URL'>): readonly string[] => (url === undefined ? [] : [`What uploads hold lies at ${url} and is not in this file: back it up there, after this.`])
