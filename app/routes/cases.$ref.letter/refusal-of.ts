import { taskKey } from '#app/kernel/case/case-state.ts'
import type { Reason } from '#app/kernel/case/case-event.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'

/** Why a case was refused: the reasons of the last decision that gave any, and when. Null unless it was refused. */
export function refusalOf({ state, events }: Pick<FollowedCase, 'state' | 'events'>): { reasons: readonly Reason[]; at: number } | null {
  if (state.end !== 'refused' || state.endedAt === null) return null
  const decided = events.findLast((event) => {
    const task = event.type === 'task_decided' ? state.tasks[taskKey(event.task, event.round)] : undefined
    return task?.parts.some((part) => part.reasons.length > 0) ?? false
  })
  const task = decided?.type === 'task_decided' ? state.tasks[taskKey(decided.task, decided.round)] : undefined
  return { reasons: task?.parts.flatMap((part) => part.reasons) ?? [], at: state.endedAt }
}
