import { asc, eq } from 'drizzle-orm'

import { replay } from '#app/kernel/case/evolve.ts'

import { storedEvent } from '../event-chain.ts'

import { isChained, prepareChain } from './chain.server.ts'
import type { Connection } from './open-database.server.ts'
import { cases, events } from './schema.ts'

/**
 * Makes the state of every case anew out of its events, the law's copy: after a migration that tells of a case what its
 * state did not say before. Runs inside the migration's transaction, one case after the other.
 * The new text is chained as a commit's is, unless the chain itself is still to be made, by a later migration.
 */
export function rebuildStates(connection: Connection): void {
  const { client, orm } = connection
  const chain = isChained(connection) ? prepareChain(connection) : null
  for (const caseId of client.prepare<[], string>('SELECT case_id FROM cases').pluck().all()) {
    const rows = orm.select().from(events).where(eq(events.caseId, caseId)).orderBy(asc(events.version)).all()
    const state = replay(rows.map(storedEvent))
    if (!state) continue
    orm.update(cases).set({ state }).where(eq(cases.caseId, caseId)).run()
    chain?.state(caseId)
  }
}
