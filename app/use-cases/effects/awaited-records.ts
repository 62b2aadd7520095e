import { openWaits } from '#app/kernel/case/case-state.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'
import type { AwaitedRecord } from '#db/store.ts'

import { type Effect, subjectFor } from './case-commit.ts'

/** The records a case waits for, so that their arrival finds it. */
export function awaitedRecords(effect: Effect): AwaitedRecord[] {
  return openWaits(effect.state).flatMap((wait): AwaitedRecord[] => {
    const awaits = waitNode(effect.definition, wait.name)?.awaits
    if (awaits?.what !== 'record') return []
    const { register, entity } = awaits
    const subject = subjectFor(effect, register, entity)
    return subject ? [{ wait: wait.name, register, entity, subject }] : []
  })
}
