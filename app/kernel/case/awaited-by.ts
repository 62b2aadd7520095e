import type { Whose } from '#app/kernel/clock/segments.ts'
import type { Definition, WaitNode } from '#app/kernel/definition/definition.ts'
import { stageNode, taskNode, waitNode } from '#app/kernel/definition/nodes.ts'

import { type CaseState, openReturn, openSubs, openTasks, openWaits } from './case-state.ts'

/**
 * Whose time it is; null once a case has ended.
 * While the applicant is awaited anywhere the office's clock stands still (Administrative Licensing Law, art. 45:
 * hearings, inspections, tests, expert reviews do not count). It runs as soon as one office has work that counts;
 * with neither, the case waits for others.
 */
export function awaitedBy(definition: Definition, state: CaseState): Whose | null {
  if (state.end !== null) return null
  // The time an appeal takes is no part of what was promised for the decision.
  if (state.appealedAt !== null) return 'other'
  const all = [...returnsAwaited(definition, state), ...waitsAwaited(definition, state), ...tasksAwaited(definition, state), ...openSubs(state).map((sub) => sub.whose)]
  if (all.includes('applicant')) return 'applicant'
  return all.length === 0 || all.includes('office') ? 'office' : 'other'
}

function returnsAwaited(definition: Definition, state: CaseState): Whose[] {
  const open = openReturn(state)
  if (!open) return []
  return [stageNode(definition, open.stage)?.returns?.clock === 'running' ? 'office' : 'applicant']
}

function waitsAwaited(definition: Definition, state: CaseState): Whose[] {
  return openWaits(state).flatMap((wait) => {
    const node = waitNode(definition, wait.name)
    return node ? [whoseWait(node)] : []
  })
}

const whoseWait = (node: WaitNode): Whose =>
  node.clock === 'running' ? 'office' : isOwedByApplicant(node) ? 'applicant' : 'other'

/** Is it the applicant who has to bring or to pay something? */
export const isOwedByApplicant = (node: WaitNode | null): boolean => node?.awaits.what === 'payment' || node?.awaits.what === 'materials'

function tasksAwaited(definition: Definition, state: CaseState): Whose[] {
  return openTasks(state).map((task) => (taskNode(definition, task.name)?.clock === 'stopped' ? 'other' : 'office'))
}
