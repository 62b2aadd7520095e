import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import { keptEvidence } from '#app/checkpoints/kept-evidence.ts'
import type { Settings } from '#app/env.server.ts'

import { describe } from './backup.ts'
import { copyDatabase } from './copy-database.ts'
import { databaseFile } from './database-file.ts'
import { discard, putInPlace, refuseTaken, unfinished } from './put-in-place.ts'
import { sinceBackup } from './since-backup.ts'
import { StoreRefusal } from './store-refusal.ts'
import { verifyCopy, wholeLines } from './verify-copy.ts'

/** Puts a backup where DATABASE_URL says, where nothing may be yet; verified before and after. @returns what to print */
export async function restore(settings: Settings, from: string): Promise<readonly string[]> {
  const target = databaseFile(settings)
  if (!existsSync(from)) throw new StoreRefusal(2, `There is no backup at ${from}.`)
  refuseTaken(target)
  const { checkpoints, key } = keptEvidence(settings)
  await verifyCopy(from, null, key)
  const { covered, lost } = sinceBackup(from, wholeLines(checkpoints))
  mkdirSync(dirname(target), { recursive: true, mode: 0o700 })
  const copy = unfinished(target)
  try {
    await copyDatabase(from, copy)
    const copied = await verifyCopy(copy, covered, key)
    putInPlace(copy, target)
    return [`${target} is restored from ${from}`, describe(copied), ...(lost === null ? [] : [sayLost(lost)])]
  } finally {
    discard(copy)
  }
}

const sayLost = (rows: number): string =>
  `The second place has checkpoints from after this backup: ${rows} rows of the chain at least are lost. Note the day, put the old checkpoints away for the auditor, and begin a new file (docs/operations.md).`
