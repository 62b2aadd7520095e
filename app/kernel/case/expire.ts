import type { CaseEnd, Definition } from '#app/kernel/definition/definition.ts'
import { stageNode, taskNode, waitNode } from '#app/kernel/definition/nodes.ts'

import type { EventBody } from './case-event.ts'
import { type CaseState, isInForce, isSuspended } from './case-state.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import { deadlinesOf, timersOf } from './deadlines.ts'
import type { Ruling } from './decide.ts'
import { refuse } from './problem.ts'

/**
 * Time has run out on a silence, a wait or a return; or the day has come on which a result that was set aside holds again,
 * or can be renewed, which may be long after the end of the case. Only the portal itself says so.
 * Problems: `not_permitted`, `not_open` (answered meanwhile), `not_due` (the deadline moved), `calendar_ends`.
 */
export function expire(definition: Definition, state: CaseState, command: Command & { type: 'expire' }, context: Context): Ruling {
  if (context.actor.kind !== 'system') return refuse({ code: 'not_permitted' })
  const deadlines = deadlinesOf(definition, state, context.calendar, context.now)
  if (!deadlines.ok) return deadlines
  const timer = timersOf(definition, state, deadlines.value).find((one) => one.key === command.timer)
  if (!timer) return refuse({ code: 'not_open', what: command.timer })
  if (timer.dueAt > context.now) return refuse({ code: 'not_due', timer: timer.key })
  return { ok: true, bodies: whatHappens(definition, state, command.timer) }
}

function whatHappens(definition: Definition, state: CaseState, timer: string): EventBody[] {
  const [kind, name = '', round = '1'] = timer.split(':')
  if (kind === 'silence') {
    return [{ type: 'task_decided', task: name, round: Number(round), outcome: taskNode(definition, name)?.silence ?? '', silent: true }]
  }
  if (kind === 'wait') {
    const node = waitNode(definition, name)
    const over: EventBody = { type: 'wait_ended', wait: name, expired: true }
    // A notice period is meant to pass.
    return node && node.awaits.what !== 'notice' ? [over, ended(node.else)] : [over]
  }
  if (kind === 'suspension') return [{ type: 'resumed', codes: state.results.filter((result) => isSuspended(result) && result.suspendedUntil === name).map(({ code }) => code) }]
  if (kind === 'renewal') return state.results.filter((result) => result.auto === name && isInForce(result)).map(({ auto, code }) => ({ type: 'renewal_offered', auto, code }))
  return [{ type: 'return_expired', stage: name, round: Number(round) }, ended(stageNode(definition, name)?.returns?.else ?? 'lapsed')]
}

const ended = (end: CaseEnd): EventBody => ({ type: 'ended', end })
