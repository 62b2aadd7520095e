import type { CaseCommit, Committed } from '../store.ts'

import { prepareCommitCheck } from './commit-check.server.ts'
import { prepareEffects } from './commit-effects.server.ts'
import { prepareCaseWrites } from './commit-case.server.ts'
import type { Connection } from './open-database.server.ts'

/** One command's whole effect, to be written in one transaction. */
export function prepareCommit(connection: Connection): (change: CaseCommit) => Committed {
  const check = prepareCommitCheck(connection)
  const writeCase = prepareCaseWrites(connection)
  const writeEffects = prepareEffects(connection)
  return (change) => {
    const refused = check(change)
    if (refused) return refused
    writeCase(change)
    writeEffects(change)
    return { ok: true }
  }
}
