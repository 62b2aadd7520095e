import { chmodSync } from 'node:fs'

import Database from 'better-sqlite3'

import { StoreRefusal } from './store-refusal.ts'

const EVERY_PAGE = 0x7fffffff

/**
 * Copies a database, of one moment, while others write it. All pages in one step: this process reads beside the portal, which in
 * WAL mode waits for nobody who reads; a copy in several steps begins again whenever somebody else has written, and would never end.
 * The copy is one file without a log beside it, for this account only.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  try {
    const source = new Database(from, { readonly: true, fileMustExist: true })
    try {
      await source.backup(to, { progress: () => EVERY_PAGE })
    } finally {
      source.close()
    }
    chmodSync(to, 0o600)
    const copy = new Database(to)
    copy.pragma('journal_mode = DELETE')
    copy.close()
  } catch (error) {
    if (error instanceof Database.SqliteError) throw new StoreRefusal(2, `${from} can't be copied: ${error.message}.`)
    throw error
  }
}
