import type { Database } from 'better-sqlite3'

import { canonicalJson } from './canonical-json.ts'
import type { ChainRow } from './chain-row.ts'
import { type Fault, fault } from './fault.ts'
import { sha256 } from './sha256.ts'

/** Every column but the computed `sort`. */
const ENTRY = `
  SELECT id, request, at, subject, reader, department, desk, what, register, agreement, purpose, service, ref, draft,
    on_behalf_of, fields, outcome, why, shown_from
  FROM access_log WHERE id = ?`

/** What is wrong with the entry of the access log that a row of the chain is about. */
export function accessCheck(database: Database): (row: ChainRow) => Fault | null {
  const select = database.prepare<[string | null], Record<string, unknown>>(ENTRY)
  return ({ seq, entry, leaf }) => {
    const found = select.get(entry)
    if (!found) return fault('missing', { seq, entry })
    return sha256(canonicalJson(found)) === leaf ? null : fault('access', { seq, entry })
  }
}
