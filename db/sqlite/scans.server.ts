import type { ScanStore, Verdict } from '../scan-store.ts'

import type { Connection } from './open-database.server.ts'

export function sqliteScans({ client }: Connection): ScanStore {
  const put = client.prepare<[string, Verdict, number]>('INSERT INTO scans (file, verdict, at) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET verdict = excluded.verdict, at = excluded.at')
  const of = client.prepare<[string], Verdict>('SELECT verdict FROM scans WHERE file = ?').pluck()
  const waiting = client.prepare<[number], string>(`SELECT file FROM scans WHERE verdict = 'waiting' ORDER BY at, file LIMIT ?`).pluck()
  return {
    put: async (file, verdict, at) => void put.run(file, verdict, at),
    of: async (file) => of.get(file) ?? null,
    waiting: async (limit) => waiting.all(limit),
  }
}
