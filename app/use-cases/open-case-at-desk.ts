import type { Actor } from '#app/kernel/case/actor.ts'
import { available, type Offer, whyNotTake } from '#app/kernel/case/available.ts'
import { type CaseState, openTasks, type Person, type Task, type TaskPart, taskKey } from '#app/kernel/case/case-state.ts'
import { type Deadlines, deadlinesOf } from '#app/kernel/case/deadlines.ts'
import type { Problem } from '#app/kernel/case/problem.ts'
import { returnableNames } from '#app/kernel/case/returnable.ts'
import type { Deadline } from '#app/kernel/clock/deadline.ts'
import type { Definition, TaskNode } from '#app/kernel/definition/definition.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import { heldDesks, may } from '#app/kernel/permission.ts'
import type { StoredEvent } from '#db/store.ts'

import { type AnsweredField, answeredFields } from './answered-fields.ts'
import { definitionOf, type Environment } from './environment.ts'
import { findCase } from './find-case.ts'
import { logLook } from './look-at-case.ts'
import { type Step, stepsOf } from './steps.ts'

/** A case as a clerk sees it. */
export type CaseAtDesk = {
  state: CaseState
  definition: Definition
  steps: readonly Step[]
  events: readonly StoredEvent[]
  deadlines: Deadlines | null
  /** Does the clerk hold a task on it, and so may read the answers? */
  holds: boolean
  /** Only those this clerk may see; empty unless they hold a task. */
  answers: readonly AnsweredField[]
  /** What was said on the case by others than the offices; empty unless the clerk holds a task. */
  statements: readonly Statement[]
  /** What they may do beside the flow: give more time, take the result back. */
  beside: readonly OfferBeside[]
  /** Open parts at the clerk's own desks. */
  work: readonly DeskWork[]
}

export type OfferBeside = Extract<Offer, { reasons: readonly string[] } | { type: 'resume' }>

/** An objection to what was made public, or the grounds for a review, in its author's own words. */
export type Statement = { id: string; kind: 'objected' | 'appealed'; at: number; by: string; text: string }

/** One open part of a task at one of the clerk's desks. */
export type DeskWork = {
  task: Task
  part: TaskPart
  node: TaskNode
  deadline: Deadline | null
  offers: readonly Offer[]
  /** Why they can't take it, if they can't. */
  refusal: Problem | null
  /** What they may ask the applicant to give again. */
  returnable: readonly string[]
  /** Who else sits at this desk, to hand the task over to. */
  colleagues: readonly Person[]
}

/** Null for a case that is not there, or none of the clerk's. Whoever sees answers is in the access log before they see them. */
export async function openCaseAtDesk(env: Environment, actor: Actor | null, ref: string): Promise<CaseAtDesk | null> {
  const state = actor && (await findCase(env, actor, ref, 'see_case'))
  if (!state || actor.kind !== 'staff') return null
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const deadlines = deadlinesOf(definition, state, env.catalogue.calendar, env.now())
  const reckoned = deadlines.ok ? deadlines.value : null
  const events = await env.store.cases.events(state.id)
  const holds = heldDesks(state, actor).length > 0
  const answers = answeredFields(definition, state.answers).filter(({ field }) => may(actor, 'read_answer', { case: state, field }, 'case_work'))
  if (answers.length > 0) await logLook(env, actor, definition, state, answers)
  return {
    state,
    definition,
    steps: stepsOf(definition, state),
    events,
    deadlines: state.end === null ? reckoned : null,
    holds,
    answers,
    statements: holds ? events.flatMap(statementOf) : [],
    beside: available(definition, state, actor).filter(isBeside),
    work: await workOf(env, actor, state, definition, reckoned),
  }
}

const isBeside = (offer: Offer): offer is OfferBeside => 'reasons' in offer || offer.type === 'resume'

const statementOf = (event: StoredEvent): Statement[] =>
  event.type === 'objected' || event.type === 'appealed' ? [{ id: String(event.version), kind: event.type, at: event.at, by: event.actor.name, text: event.text }] : []

async function workOf(env: Environment, actor: Actor & { kind: 'staff' }, state: CaseState, definition: Definition, deadlines: Deadlines | null): Promise<DeskWork[]> {
  const offers = available(definition, state, actor)
  const mine = openTasks(state).flatMap((task) => {
    const node = taskNode(definition, task.name)
    const parts = task.parts.filter((part) => part.outcome === null && actor.desks.includes(part.desk))
    return node ? parts.map((part) => ({ task, part, node })) : []
  })
  const staffed = await Promise.all(mine.map(({ part }) => (part.claimedBy?.id === actor.id ? env.store.people.atDesk(part.desk) : [])))
  return mine.map(({ task, part, node }, i) => ({
    task,
    part,
    node,
    deadline: deadlines?.tasks[taskKey(task.name, task.round)] ?? null,
    offers: offers.filter((offer) => 'task' in offer && offer.task.task === task.name && offer.task.desk === part.desk),
    refusal: whyNotTake(definition, state, task, part, actor),
    returnable: returnableNames(definition, state, node, { calendar: env.catalogue.calendar, now: env.now() }),
    colleagues: (staffed[i] ?? []).filter((person) => person.id !== actor.id).map(({ id, name }) => ({ id, name })),
  }))
}
