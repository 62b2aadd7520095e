import type { EventRow } from '../event-chain.ts'
import { accessLink, type ChainLink, eventLink, FIRST_HEAD, linkTo, stateLink } from '../chain-link.ts'
import type { ChainHead } from '../chain-store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareInsert } from './prepared.ts'
import { chain } from './schema.ts'

/** Links what was just written, in the same transaction. What is named only is read back, to be hashed as it is stored. */
export type Chain = {
  event(row: Event): void
  state(caseId: string): void
  access(id: string): void
  /** The events of one commit, then the case's state. */
  link(all: readonly ChainLink[]): void
}

type Event = Pick<EventRow, 'caseId' | 'version' | 'hash'>

const LAST = 'SELECT seq AS size, head FROM chain ORDER BY seq DESC LIMIT 1'
const ENTRY = `
  SELECT id, request, at, subject, reader, department, desk, what, register, agreement, purpose, service, ref, draft,
    on_behalf_of, fields, outcome, why, shown_from
  FROM access_log WHERE id = ?`

export function prepareChain(connection: Connection): Chain {
  const { client } = connection
  const last = prepareHead(connection)
  const insert = prepareInsert(connection, chain)
  const stored = client.prepare<[string], { version: number; state: string }>('SELECT version, state FROM cases WHERE case_id = ?')
  const entry = client.prepare<[string], Record<string, string | number | null>>(ENTRY)
  const link = (all: readonly ChainLink[]): void => {
    let head = last()
    for (const one of all) {
      const row = linkTo(head, one)
      insert(row)
      head = { size: row.seq, head: row.head }
    }
  }
  const stateOf = (caseId: string): ChainLink[] => {
    const row = stored.get(caseId)
    return row ? [stateLink(caseId, row.version, row.state)] : []
  }
  return {
    event: (row) => link([eventLink(row)]),
    state: (caseId) => link(stateOf(caseId)),
    access: (id) => {
      const row = entry.get(id)
      if (row) link([accessLink(id, row)])
    },
    link,
  }
}

export function prepareHead({ client }: Connection): () => ChainHead {
  const last = client.prepare<[], ChainHead>(LAST)
  return () => last.get() ?? FIRST_HEAD
}

/** Is there a chain yet? Before migration 0006 there is none. */
export const isChained = ({ client }: Connection): boolean => client.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'chain'`).get() !== undefined
