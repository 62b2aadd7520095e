import type { ScanStore, Verdict } from '../scan-store.ts'

import type { Session } from './database.server.ts'
import { prepare } from './statement.ts'

const PUT = `
  INSERT INTO scans (file, verdict, at) VALUES (:file, :verdict, :at)
  ON CONFLICT (file) DO UPDATE SET verdict = excluded.verdict, at = excluded.at`

export function postgresScans(database: Session): ScanStore {
  const put = prepare(database, 'scan put', PUT)
  const of = prepare<{ verdict: Verdict }>(database, 'scan', 'SELECT verdict FROM scans WHERE file = :file')
  const waiting = prepare<{ file: string }>(database, 'scans waiting', `SELECT file FROM scans WHERE verdict = 'waiting' ORDER BY at, file LIMIT :limit`)
  return {
    put: async (file, verdict, at) => void (await put.run({ file, verdict, at })),
    of: async (file) => (await of.first({ file }))?.verdict ?? null,
    waiting: async (limit) => (await waiting.all({ limit })).map(({ file }) => file),
  }
}
