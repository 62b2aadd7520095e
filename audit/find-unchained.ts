import type { Database } from 'better-sqlite3'

import { type Fault, fault } from './fault.ts'

/** What the chain is about, counted along the walk. */
export type Counts = { cases: number; events: number; accesses: number }

const STORED = `
  SELECT (SELECT count(*) FROM events NOT INDEXED) AS events, (SELECT count(*) FROM access_log NOT INDEXED) AS accesses,
    count(*) AS cases, coalesce(sum(version), 0) AS versions
  FROM cases NOT INDEXED`

const EVENT = `
  SELECT case_id AS caseId, version FROM events
  WHERE (case_id, version) NOT IN (SELECT case_id, version FROM chain WHERE kind = 'event') ORDER BY rowid LIMIT 1`
const CASE = `
  SELECT case_id AS caseId, version FROM cases
  WHERE case_id NOT IN (SELECT case_id FROM chain WHERE kind = 'state') ORDER BY rowid LIMIT 1`
/** Every case's state is chained at the version at which it stands: what has no row can't be checked by one. */
const STATELESS = `
  SELECT case_id AS caseId, version FROM cases
  WHERE (case_id, version) NOT IN (SELECT case_id, version FROM chain WHERE kind = 'state') ORDER BY rowid LIMIT 1`
const ENTRY = `
  SELECT id AS entry FROM access_log WHERE id NOT IN (SELECT entry FROM chain WHERE kind = 'access') ORDER BY rowid LIMIT 1`

const TWICE = `
  SELECT max(seq) AS seq FROM chain WHERE kind = ? GROUP BY case_id, version, entry HAVING count(*) > 1 ORDER BY 1 LIMIT 1`

type OfCase = { caseId: string; version: number }

/**
 * Rows that are not in the chain. All that is in it is there by now, so that counting tells whether there are more; only then
 * are they looked for. Every case's events end at its version, so that all versions add up to all events, and its state is
 * chained at that version.
 */
export function unchained(database: Database, chained: Counts): Fault | null {
  const stored = database.prepare<[], Counts & { versions: number }>(STORED).get()
  if (!stored) return null
  const find = <Row extends Partial<Fault>>(reason: 'unchained' | 'cut_off', statement: string): Fault => fault(reason, database.prepare<[], Row>(statement).get())
  if (stored.events < chained.events) return fault('chain', database.prepare<[string], { seq: number }>(TWICE).get('event'))
  if (stored.accesses < chained.accesses) return fault('chain', database.prepare<[string], { seq: number }>(TWICE).get('access'))
  if (stored.events !== chained.events) return find<OfCase>('unchained', EVENT)
  if (stored.cases !== chained.cases) return find<OfCase>('unchained', CASE)
  if (stored.accesses !== chained.accesses) return find<{ entry: string }>('unchained', ENTRY)
  const stateless = database.prepare<[], OfCase>(STATELESS).get()
  return stateless || stored.versions !== stored.events ? fault('cut_off', stateless) : null
}
