import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { z } from 'zod'

import { auditFile } from '../../../audit/run.ts'

import { StoreRefusal } from './store-refusal.ts'

/** What a sound copy holds. */
export type Copied = { cases: number; events: number; accesses: number; checkpoints: number; files: number }

const Counts = z.object({ cases: z.number(), events: z.number(), accesses: z.number(), checkpoints: z.number() })

/**
 * Looks at every page of a copy, and at its chain with the verifier that shares no code with the portal. Throws a refusal when
 * anything is not as it was written.
 * @param shipped text of the checkpoints that must hold; null: there are none here
 */
export async function verifyCopy(path: string, shipped: string | null, key: { pem: string } | null): Promise<Copied> {
  const files = soundUploads(path)
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-verify-'))
  try {
    const checkpoints = shipped === null ? null : join(folder, 'checkpoints.jsonl')
    if (checkpoints !== null) writeFileSync(checkpoints, shipped ?? '')
    const outcome = auditFile({ path, json: true, checkpoints, key })
    if (outcome.code === 2) throw new StoreRefusal(2, outcome.err)
    if (outcome.code === 1) throw new StoreRefusal(1, `What was kept is not as it was written: ${outcome.out}`)
    return { ...Counts.parse(JSON.parse(outcome.out)), files }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every page is whole. @returns how many uploads there are */
function soundUploads(path: string): number {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true })
    try {
      const damage = database.pragma('integrity_check(1)', { simple: true })
      if (damage !== 'ok') throw new StoreRefusal(1, `The database is damaged: ${String(damage)}`)
      return database.prepare<[], number>('SELECT count(*) FROM files').pluck().get() ?? 0
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new StoreRefusal(error.code === 'SQLITE_CORRUPT' ? 1 : 2, `${path} can't be read as a database of OneTrip: ${error.message}.`)
    throw error
  }
}

/** The lines of a file that grows, as far as they are whole; null without a file. */
export function wholeLines(path: string | null): string | null {
  if (path === null) return null
  const text = readFileSync(path, 'utf8')
  return text.slice(0, text.lastIndexOf('\n') + 1)
}
