import { openWaits } from '#app/kernel/case/case-state.ts'
import type { Deadlines } from '#app/kernel/case/deadlines.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'
import type { OpenNotice } from '#db/notice.ts'

import type { Effect } from './case-commit.ts'

/** What a case makes public now, for anybody to object to. */
export function openNotices({ definition, state }: Pick<Effect, 'definition' | 'state'>, deadlines: Deadlines): OpenNotice[] {
  return openWaits(state).flatMap(({ name, openedAt }) => {
    const awaits = waitNode(definition, name)?.awaits
    const until = deadlines.waits[name]?.dueAt
    return awaits?.what === 'notice' && awaits.objections && until != null ? [{ wait: name, since: openedAt, until }] : []
  })
}
