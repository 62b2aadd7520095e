import { type CaseState } from '#app/kernel/case/case-state.ts'
import { type Actor, system } from '#app/kernel/case/actor.ts'
import { available, type Offer } from '#app/kernel/case/available.ts'
import type { Command } from '#app/kernel/case/command.ts'
import { deadlinesOf, timersOf } from '#app/kernel/case/deadlines.ts'
import { decide } from '#app/kernel/case/decide.ts'
import { RETURN } from '#app/kernel/case/find-task.ts'
import { buildCalendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

import { citizen, file, staff, typed } from './play.ts'
import { randomAnswers } from './random-answers.ts'

/** Long enough for whatever random definitions promise. */
export const longCalendar = buildCalendar({ calendar: 'long', version: 1, zone: 'Asia/Shanghai', covers: { from: '2026-01-01', to: '2099-12-31' }, weekend: ['sat', 'sun'], holidays: [], makeup: [], source: 'tests' })
const calendar = longCalendar

const desks = ['fire.reviewer', 'fire.inspector', 'food.inspector', 'lead.head', 'towns.surveyor.north', 'towns.surveyor.south']
const clerks = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => staff(id, ...desks))

/** A case of a random definition, some moves on its way or at its end; the same for the same seed. */
export function livedThroughState(definition: Definition, seed: number, start: number, mostMoves = 200): CaseState {
  let [draws, now] = [seed, start]
  const draw = (below: number): number => {
    draws = (draws * 1103515245 + 12345) & 0x7fffffff
    return (draws >> 8) % below
  }
  const applicant = { person: 'p1', name: 'Li Na', company: null, companyName: null }
  const begun = decide(definition, null, { type: 'submit', caseId: 'c', ref: 'R', applicant, answers: randomAnswers(definition, draw, { calendar, now }) }, { now, calendar, actor: citizen, code: 's' })
  if (!begun.ok) throw new Error(JSON.stringify(begun.problem))
  let state = begun.state
  for (let i = 0; i < mostMoves && state.end === null; i += 1) {
    now += draw(4) * 3_600_000
    const move = offered(definition, state, draw) ?? nextTimer(definition, state, now)
    if (!move) break
    now = Math.max(now, move.at)
    const decided = decide(definition, state, move.command, { now, calendar, actor: move.actor, code: `k${i}-` })
    if (decided.ok) state = decided.state
  }
  return state
}

type Move = { actor: Actor; command: Command; at: number }

function nextTimer(definition: Definition, state: CaseState, now: number): Move | null {
  const deadlines = deadlinesOf(definition, state, calendar, now)
  const [first] = deadlines.ok ? timersOf(definition, state, deadlines.value).sort((one, other) => one.dueAt - other.dueAt) : []
  return first ? { actor: system, command: { type: 'expire', timer: first.key }, at: first.dueAt } : null
}

/** One thing that somebody may do, taken at random; now and then nobody does anything. */
function offered(definition: Definition, state: CaseState, draw: (below: number) => number): Move | null {
  const offers = [citizen, ...clerks].flatMap((actor) => available(definition, state, actor).map((offer) => ({ actor, offer }))).filter(({ offer }) => ['claim', 'decide', 'pay', 'supply', 'correct'].includes(offer.type))
  const chosen = draw(12) === 0 ? undefined : offers[draw(Math.max(1, offers.length))]
  const command = chosen ? commandOf(definition, chosen.offer, draw) : null
  return chosen && command ? { actor: chosen.actor, command, at: 0 } : null
}

function commandOf(definition: Definition, offer: Offer, draw: (below: number) => number): Command | null {
  switch (offer.type) {
    case 'claim':
      return { type: 'claim', ...offer.task }
    case 'decide': {
      const outcome = offer.outcomes[draw(offer.outcomes.length)] ?? 'ok'
      const sets = Object.fromEntries((taskNode(definition, offer.task.task)?.sets ?? []).map((name) => [name, draw(2) ? 'low' : 'high']))
      const items = outcome === RETURN ? [{ name: draw(2) ? 'size' : 'kind', reason: { code: 'r', text: '' } }] : []
      return { type: 'decide', ...offer.task, outcome, reasons: [], note: '', items, sets }
    }
    case 'correct':
      return { type: 'correct', stage: offer.stage, round: offer.round, answers: Object.fromEntries(offer.names.map((name) => [name, typed(name === 'size' ? 1 + draw(200) : draw(2) ? 'large' : 'small')])) }
    case 'pay':
      return { type: 'pay', wait: offer.wait, amount: offer.amount, reference: 'x' }
    case 'supply':
      return { type: 'supply', answers: Object.fromEntries(offer.names.map((name) => [name, { ...typed('f1'), file }])) }
    default:
      return null
  }
}
