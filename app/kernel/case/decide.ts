import type { Definition } from '#app/kernel/definition/definition.ts'

import { eventActor } from './actor.ts'
import { appeal } from './appeal.ts'
import type { CaseEvent, EventBody } from './case-event.ts'
import type { CaseState } from './case-state.ts'
import type { Command } from './command.ts'
import type { Context } from './context.ts'
import { correct } from './correct.ts'
import { deadlinesOf, timersOf } from './deadlines.ts'
import { decideTask } from './decide-task.ts'
import { evolve } from './evolve.ts'
import { expire } from './expire.ts'
import { extend } from './extend.ts'
import { handOver } from './hand-over.ts'
import { hearFromSub } from './hear-from-sub.ts'
import { moveVersion } from './move-version.ts'
import { objectTo } from './object.ts'
import { pay } from './pay.ts'
import { type Problem, refuse } from './problem.ts'
import { receiveRecord } from './receive-record.ts'
import { revoke } from './revoke.ts'
import { scheduleVisit } from './schedule-visit.ts'
import { settle } from './settle.ts'
import { submit } from './submit.ts'
import { supply } from './supply.ts'
import { resume, suspend } from './suspend.ts'
import { claim, release } from './claim.ts'
import { withdraw } from './withdraw.ts'

export type Decided = { ok: true; events: readonly CaseEvent[]; state: CaseState } | { ok: false; problem: Problem }

/** What a rule says: the events that answer the command, or why not. */
export type Ruling = { ok: true; bodies: readonly EventBody[] } | { ok: false; problem: Problem }

/**
 * Answers a command: the events it leads to, with all that follows from them, and the state they make; or a problem.
 * Pure and total. Whatever leaves a deadline beyond the calendar's last day is refused (`calendar_ends`).
 */
export function decide(definition: Definition, state: CaseState | null, command: Command, given: Context): Decided {
  const context = command.type === 'expire' && state !== null ? { ...given, now: momentOf(definition, state, command.timer, given) } : given
  const ruling = rule(definition, state, command, context)
  if (!ruling.ok) return ruling
  const actor = eventActor(context.actor)
  const asked = ruling.bodies.map((body): CaseEvent => ({ ...body, at: context.now, actor }))
  const answered = asked.reduce<CaseState | null>(evolve, state)
  // Every ruling on no case begins with submitted.
  if (answered === null) return refuse({ code: 'not_found' })
  const goesBy = (command.type === 'move_version' ? context.definitions?.[command.hash] : undefined) ?? definition
  const settled = settle(goesBy, answered, context)
  const deadlines = deadlinesOf(goesBy, settled.state, context.calendar, context.now)
  if (!deadlines.ok && settled.state.end === null) return deadlines
  return { ok: true, events: [...asked, ...settled.events], state: settled.state }
}

/**
 * What runs out by itself runs out when its time is over, not when somebody notices: a silence taken for consent on the
 * last day costs no further day. But never before what has happened meanwhile.
 */
function momentOf(definition: Definition, state: CaseState, key: string, context: Context): number {
  const deadlines = deadlinesOf(definition, state, context.calendar, context.now)
  const timer = deadlines.ok ? timersOf(definition, state, deadlines.value).find((one) => one.key === key) : undefined
  return timer && timer.dueAt <= context.now ? Math.max(timer.dueAt, state.changedAt) : context.now
}

function rule(definition: Definition, state: CaseState | null, command: Command, context: Context): Ruling {
  if (command.type === 'submit') return submit(definition, state, command, context)
  if (state === null) return refuse({ code: 'not_found' })
  if (command.type === 'appeal') return appeal(definition, state, command, context)
  if (command.type === 'revoke') return revoke(definition, state, command, context.actor)
  if (command.type === 'suspend') return suspend(definition, state, command, context)
  if (command.type === 'resume') return resume(definition, state, context.actor)
  if (command.type === 'expire') return expire(definition, state, command, context)
  if (state.end !== null) return refuse({ code: 'case_ended' })
  switch (command.type) {
    case 'claim':
      return claim(definition, state, command, context.actor)
    case 'release':
      return release(state, command, context.actor)
    case 'hand_over':
      return handOver(definition, state, command, context.actor)
    case 'schedule_visit':
      return scheduleVisit(definition, state, command, context)
    case 'decide':
      return decideTask(definition, state, command, context)
    case 'correct':
      return correct(definition, state, command, context)
    case 'pay':
      return pay(definition, state, command, context)
    case 'receive_record':
      return receiveRecord(definition, state, command, context)
    case 'supply':
      return supply(definition, state, command, context)
    case 'object':
      return objectTo(definition, state, command, context)
    case 'hear_from_sub':
      return hearFromSub(definition, state, command, context)
    case 'move_version':
      return moveVersion(definition, state, command, context)
    case 'extend':
      return extend(definition, state, command, context.actor)
    case 'withdraw':
      return withdraw(definition, state, command, context.actor)
    default:
      return command satisfies never
  }
}
