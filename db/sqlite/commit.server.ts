import type { CaseCommit, Committed } from '../store.ts'

import { prepareCommitCheck } from './commit-check.server.ts'
import { prepareEffects } from './commit-effects.server.ts'
import { prepareCaseWrites } from './commit-case.server.ts'
import type { Connection } from './open-database.server.ts'

/** One command in one `BEGIN IMMEDIATE` transaction. Inside another transaction it is a savepoint, so several can share one. */
export function prepareCommit(connection: Connection): (change: CaseCommit) => Committed {
  const check = prepareCommitCheck(connection)
  const writeCase = prepareCaseWrites(connection)
  const writeEffects = prepareEffects(connection)
  const transaction = connection.client.transaction((change: CaseCommit): Committed => {
    const refused = check(change)
    if (refused) return refused
    writeCase(change)
    writeEffects(change)
    return { ok: true }
  })
  return (change) => transaction.immediate(change)
}
