import type { Definition } from '#app/kernel/definition/definition.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import { nodesOf, stageNode, subNode, taskNode, waitNode } from '#app/kernel/definition/nodes.ts'

import type { CaseEvent } from './case-event.ts'
import type { CaseState } from './case-state.ts'
import { checkApplication } from './check-application.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import type { Ruling } from './decide.ts'
import { type MoveReason, refuse } from './problem.ts'
import { settle } from './settle.ts'
import { type Walked, walkCase } from './walk-case.ts'

/**
 * A running case goes on by another version of its service, if that makes no difference to what has happened: every step
 * it knows is there with the same desks and outcomes, its answers still fit, and it stands at exactly the same steps.
 * Only the portal itself moves a case. Problems: `not_permitted`, `not_found` (no such version), `done_already`,
 * `not_movable` (with all reasons).
 */
export function moveVersion(own: Definition, state: CaseState, command: Command & { type: 'move_version' }, context: Context): Ruling {
  if (context.actor.kind !== 'system') return refuse({ code: 'not_permitted' })
  const to = context.definitions?.[command.hash]
  if (!to || to.service !== own.service) return refuse({ code: 'not_found' })
  if (to.hash === state.definitionHash) return refuse({ code: 'done_already', what: 'move_version' })
  const [here, there] = [own, to].map((definition) => walkCase(definition, own, state, context.calendar)) as [Walked, Walked]
  const choices = { ...behind(own, to, state, here), ...there.choices }
  const body = { type: 'version_changed', definitionHash: to.hash, definitionVersion: to.version, choices } as const
  const reasons = [...otherSteps(own, to, state), ...otherAnswers(own, to, state, context), ...otherWay(here, there)]
  if (reasons.length === 0 && !staysAtRest(to, { ...state, definitionHash: to.hash, choices }, context)) reasons.push({ what: 'way', name: '' })
  return reasons.length > 0 ? refuse({ code: 'not_movable', reasons }) : { ok: true, bodies: [body] }
}

/** Choices that were made and are not on the way now: a case was sent back before them. They stand where the other version has the same choice. */
function behind(own: Definition, to: Definition, state: CaseState, here: Walked): CaseState['choices'] {
  const choiceIn = (definition: Definition, id: string): string | undefined => JSON.stringify(nodesOf(definition).find((node) => node.node === 'choose' && node.id === baseName(id)))
  return Object.fromEntries(Object.entries(state.choices).filter(([id]) => !Object.hasOwn(here.choices, id) && choiceIn(own, id) === choiceIn(to, id)))
}

/** Steps that the case knows and the other version does not, or knows otherwise. */
function otherSteps(own: Definition, to: Definition, state: CaseState): MoveReason[] {
  const tasks = Object.values(state.tasks).filter(({ name }) => taskIn(own, name) !== taskIn(to, name))
  const waits = Object.values(state.waits).filter(({ name }) => JSON.stringify(waitNode(own, name)?.awaits) !== JSON.stringify(waitNode(to, name)?.awaits))
  const subs = Object.values(state.subs).filter(({ name }) => subNode(own, name)?.hash !== subNode(to, name)?.hash)
  const stages = Object.keys(state.returns).filter((name) => !stageNode(to, name)).map((name) => ({ name }))
  const autos = state.autos.filter((name) => !nodesOf(to).some((node) => node.node === 'auto' && node.name === baseName(name))).map((name) => ({ name }))
  return [...new Set([...tasks, ...waits, ...subs, ...stages, ...autos].map(({ name }) => name))].map((name) => ({ what: 'step', name }))
}

function taskIn(definition: Definition, name: string): string {
  const node = taskNode(definition, name)
  return JSON.stringify(node && [node.desks, node.region, node.department, node.outcomes, node.sets])
}

function otherAnswers(own: Definition, to: Definition, state: CaseState, { calendar }: Context): MoveReason[] {
  // As on the day they were given: a day to come then may have passed since.
  const wrong = (definition: Definition): string[] => checkApplication(definition, state.answers, { calendar, now: state.submittedAt }).map(({ name }) => name)
  const known = wrong(own)
  return wrong(to).filter((name) => !known.includes(name)).map((name) => ({ what: 'answer', name }))
}

function otherWay(here: Walked, there: Walked): MoveReason[] {
  const differing = (one: readonly string[], other: readonly string[]): string[] => [...one.filter((name) => !other.includes(name)), ...other.filter((name) => !one.includes(name))]
  const names = [...differing(here.done, there.done), ...differing(here.open, there.open)]
  return [...new Set(names)].map((name) => ({ what: 'way', name }))
}

/** Nothing but what falls away by itself, and whose time it is, may follow from the move. */
function staysAtRest(to: Definition, moved: CaseState, context: Context): boolean {
  const quiet: readonly CaseEvent['type'][] = ['task_skipped', 'clock_switched']
  return settle(to, moved, context).events.every(({ type }) => quiet.includes(type))
}
