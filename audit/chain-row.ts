import { sha256 } from './sha256.ts'

/** A row of `chain`, and beside it what it is about, null where that is gone: an event with the hash before it, or a case. */
export type ChainRow = {
  seq: number
  kind: string
  caseId: string | null
  version: number | null
  entry: string | null
  leaf: string
  head: string
  type: string | null
  at: string | null
  actor: string | null
  data: string | null
  prevHash: string | null
  hash: string | null
  hashBefore: string | null
  caseVersion: number | null
  /** Only of a case that stands at this row's version. */
  state: string | null
}

/** In the order in which it was written; nothing is sorted, nothing kept. */
export const CHAIN = `
  SELECT ch.seq, ch.kind, ch.case_id AS caseId, ch.version, ch.entry, ch.leaf, ch.head,
    e.type, e.at, e.actor, e.data, e.prev_hash AS prevHash, e.hash, p.hash AS hashBefore,
    c.version AS caseVersion, CASE WHEN c.version = ch.version THEN c.state END AS state
  FROM chain AS ch
  LEFT JOIN events AS e ON ch.kind = 'event' AND e.case_id = ch.case_id AND e.version = ch.version
  LEFT JOIN events AS p ON ch.kind = 'event' AND p.case_id = ch.case_id AND p.version = ch.version - 1
  LEFT JOIN cases AS c ON ch.kind = 'state' AND c.case_id = ch.case_id
  ORDER BY ch.seq`

/** Stands before the first event of a case, and before the first row of the chain. */
export const ZEROS = '0'.repeat(64)

/** sha256 over the head before, a line feed and the JSON array [seq, kind, case_id, version, entry, leaf]. */
export const headAfter = (head: string, { seq, kind, caseId, version, entry, leaf }: Pick<ChainRow, 'seq' | 'kind' | 'caseId' | 'version' | 'entry' | 'leaf'>): string =>
  sha256(`${head}\n${JSON.stringify([seq, kind, caseId, version, entry, leaf])}`)
