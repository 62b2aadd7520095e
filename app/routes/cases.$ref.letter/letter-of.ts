import type { Reason } from '#app/kernel/case/case-event.ts'
import { taskKey } from '#app/kernel/case/case-state.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'

export type Told = { template: string; reasons: readonly Reason[]; department: string; at: number }

/** What a case that was granted told by letter, where it made no certificate: with the reasons of the last decision. Null for any other. */
export function letterOf({ state, events, definition }: Pick<FollowedCase, 'state' | 'events' | 'definition'>): Told | null {
  const letter = state.results.findLast(({ kind }) => kind === 'letter' || kind === 'amendment')
  if (!letter || state.end !== 'granted' || state.results.some(({ kind }) => kind === 'certificate')) return null
  const decided = events.findLast((event) => event.type === 'task_decided')
  const parts = decided?.type === 'task_decided' ? (state.tasks[taskKey(decided.task, decided.round)]?.parts ?? []) : []
  const department = parts[0] ? departmentOf(parts[0].desk) : definition.lead
  return { template: letter.template, reasons: parts.flatMap(({ reasons }) => reasons), department, at: letter.at }
}
