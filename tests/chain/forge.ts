import type { Database } from 'better-sqlite3'

import { type ChainLink, FIRST_HEAD, linkTo, type ChainHead } from '#db/chain-link.ts'
import { hashOf } from '#db/event-chain.ts'
import type { EventActor } from '#app/kernel/case/case-event.ts'

type StoredEvent = { case_id: string; version: number; type: string; at: string; actor: string; data: string; prev_hash: string }

/** Makes the hashes of a case fit again, from one of its events on, as the writer would have: somebody has its code. */
export function rehashCase(database: Database, caseId: string, from: number): void {
  const rows = database.prepare<[string, number], StoredEvent>('SELECT * FROM events WHERE case_id = ? AND version >= ? ORDER BY version').all(caseId, from)
  const write = database.prepare('UPDATE events SET prev_hash = ?, hash = ? WHERE case_id = ? AND version = ?')
  let last = rows[0]?.prev_hash ?? ''
  for (const { version, type, at, actor, data } of rows) {
    const hash = hashOf({ caseId, version, type, at, actor: JSON.parse(actor) as EventActor, data: JSON.parse(data) as Record<string, unknown>, prevHash: last })
    write.run(last, hash, caseId, version)
    last = hash
  }
}

/** Makes the whole chain fit what is there now, in the order in which it was. */
export function relinkChain(database: Database, leafOf: (row: ChainLink) => string): void {
  const rows = database.prepare<[], ChainLink>('SELECT kind, case_id AS caseId, version, entry, leaf FROM chain ORDER BY seq').all()
  const insert = database.prepare('INSERT INTO chain (seq, kind, case_id, version, entry, leaf, head) VALUES (:seq, :kind, :caseId, :version, :entry, :leaf, :head)')
  database.exec('DELETE FROM chain')
  let last: ChainHead = FIRST_HEAD
  for (const row of rows) {
    const linked = linkTo(last, { ...row, leaf: leafOf(row) })
    insert.run(linked)
    last = { size: linked.seq, head: linked.head }
  }
}

/** The leaf as it has to be for the events that are there now. */
export function leafNow(database: Database): (row: ChainLink) => string {
  const hash = database.prepare<[unknown, unknown], string>('SELECT hash FROM events WHERE case_id = ? AND version = ?').pluck()
  return ({ kind, caseId, version, leaf }) => (kind === 'event' ? (hash.get(caseId, version) ?? leaf) : leaf)
}
