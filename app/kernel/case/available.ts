import type { Definition } from '#app/kernel/definition/definition.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

import type { Actor } from './actor.ts'
import { hasAppeal } from './appeal.ts'
import { type CaseState, openReturn, openTasks, openWaits, type Task, type TaskPart } from './case-state.ts'
import type { TaskRef } from './command.ts'
import { mayNotExtend } from './extend.ts'
import { allowedOutcomes, mayNotTake } from './find-task.ts'
import { isApplicant } from './is-applicant.ts'
import { owedNames } from './owed.ts'
import type { Problem } from './problem.ts'
import { mayNotRevoke } from './revoke.ts'
import { mayNotResume, mayNotSuspend } from './suspend.ts'
import { mayWithdraw } from './withdraw.ts'

/** A command somebody may give now: a button on a screen. */
export type Offer =
  | { type: 'claim' | 'release' | 'hand_over' | 'schedule_visit'; task: TaskRef }
  | { type: 'decide'; task: TaskRef; outcomes: readonly string[] }
  | { type: 'correct'; stage: string; round: number; names: readonly string[] }
  | { type: 'pay'; wait: string; amount: number }
  | { type: 'supply'; names: readonly string[] }
  | { type: 'extend' | 'revoke' | 'suspend'; reasons: readonly string[] }
  | { type: 'resume' }
  | { type: 'appeal' }
  | { type: 'withdraw' }

/**
 * All that an actor may do with a case now. What is not listed here, `decide` refuses; that an appeal has run out of
 * time, only `decide` knows.
 */
export function available(definition: Definition, state: CaseState, actor: Actor): Offer[] {
  if (state.end !== null) return afterEnd(definition, state, actor)
  if (actor.kind === 'staff') return [...taskOffers(definition, state, actor), ...(mayNotExtend(definition, state, actor) ? [] : [{ type: 'extend', reasons: definition.extension?.reasons ?? [] } as const])]
  return isApplicant(state, actor) ? applicantOffers(definition, state) : []
}

function afterEnd(definition: Definition, state: CaseState, actor: Actor): Offer[] {
  if (actor.kind === 'staff') return standingOffers(definition, state, actor)
  return isApplicant(state, actor) && hasAppeal(definition, state) ? [{ type: 'appeal' }] : []
}

/** What a desk may do with a result that stands. */
function standingOffers(definition: Definition, state: CaseState, actor: Actor): Offer[] {
  const revoke: Offer[] = mayNotRevoke(definition, state, actor) ? [] : [{ type: 'revoke', reasons: definition.revocation?.reasons ?? [] }]
  const suspend: Offer[] = mayNotSuspend(definition, state, actor) ? [] : [{ type: 'suspend', reasons: definition.suspension?.reasons ?? [] }]
  return [...revoke, ...suspend, ...(mayNotResume(definition, state, actor) ? [] : [{ type: 'resume' } as const])]
}

const taskOffers = (definition: Definition, state: CaseState, actor: Actor & { kind: 'staff' }): Offer[] =>
  openTasks(state).flatMap((task) => task.parts.flatMap((part) => offersOf(definition, state, task, part, actor)))

function offersOf(definition: Definition, state: CaseState, task: Task, part: TaskPart, actor: Actor & { kind: 'staff' }): Offer[] {
  if (part.outcome !== null) return []
  const ref = { task: task.name, round: task.round, desk: part.desk, version: task.version }
  const forbidden = mayNotTake(definition, state, ref, actor) !== null
  if (part.claimedBy === null) return forbidden ? [] : [{ type: 'claim', task: ref }]
  if (part.claimedBy.id !== actor.id) return []
  // Whoever holds a task can always let go of it, even when they may no longer answer it.
  const letGo: Offer[] = [{ type: 'release', task: ref }, { type: 'hand_over', task: ref }]
  if (forbidden) return letGo
  const node = taskNode(definition, task.name)
  const visit: Offer[] = node && node.siteVisits + node.trips > 0 ? [{ type: 'schedule_visit', task: ref }] : []
  return [{ type: 'decide', task: ref, outcomes: allowedOutcomes(definition, state, task.name) }, ...visit, ...letGo]
}

function applicantOffers(definition: Definition, state: CaseState): Offer[] {
  const open = openReturn(state)
  const returns: Offer[] = open ? [{ type: 'correct', stage: open.stage, round: open.sent.round, names: open.sent.items.map((item) => item.name) }] : []
  const payments = openWaits(state).flatMap((wait): Offer[] => (wait.amount === null ? [] : [{ type: 'pay', wait: wait.name, amount: wait.amount }]))
  const owed = owedNames(definition, state)
  const materials: Offer[] = owed.length > 0 && state.appealedAt === null ? [{ type: 'supply', names: owed }] : []
  return [...returns, ...payments, ...materials, ...(mayWithdraw(definition, state) ? [{ type: 'withdraw' } as const] : [])]
}

/** Why somebody who sits at the desk can't take a task that is open there; null if they can. */
export function whyNotTake(definition: Definition, state: CaseState, task: Task, part: TaskPart, actor: Actor): Problem | null {
  if (actor.kind !== 'staff') return { code: 'not_permitted' }
  return mayNotTake(definition, state, { task: task.name, round: task.round, desk: part.desk }, actor)
}
