import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { buildCalendar, localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition, FlowNode } from '#app/kernel/definition/definition.ts'
import { baseName, itemName } from '#app/kernel/definition/item-name.ts'
import { allNodes, insideOf, taskNode } from '#app/kernel/definition/nodes.ts'
import { at } from '#tests/factories/definition.ts'
import { citizen, file, staff, stranger, typed } from '#tests/factories/play.ts'
import { randomAnswers } from '#tests/factories/random-answers.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { type Actor, system } from './actor.ts'
import { available, type Offer } from './available.ts'
import type { CaseEvent } from './case-event.ts'
import { type CaseState, openTasks, openWaits } from './case-state.ts'
import type { Command } from './command.ts'
import { deadlinesOf, timersOf } from './deadlines.ts'
import { decide } from './decide.ts'
import { replay } from './evolve.ts'
import { returnableNames } from './returnable.ts'

const calendar = buildCalendar({
  calendar: 'long', version: 1, zone: 'Asia/Shanghai', covers: { from: '2026-01-01', to: '2099-12-31' }, weekend: ['sat', 'sun'], holidays: [], makeup: [], source: 'tests',
})
const desks = ['fire.reviewer', 'fire.inspector', 'food.inspector', 'lead.head', 'towns.surveyor.north', 'towns.surveyor.south']
/** Enough that four eyes can always be had: two for each of three rounds of a joint task, and one more. */
const clerks = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => staff(id, ...desks))
const actors: Actor[] = [citizen, stranger, ...clerks]

type Game = { definition: Definition; state: CaseState; events: CaseEvent[]; now: number; seed: number }

/** A small generator of its own, so that one number names a whole play. */
const random = (game: Game, below: number): number => {
  game.seed = (game.seed * 1103515245 + 12345) & 0x7fffffff
  return (game.seed >> 8) % below
}

function begin(definition: Definition, seed: number): Game {
  const now = at('2026-03-02')
  const applicant = { person: 'p1', name: 'Li Na', company: null, companyName: null }
  const draws = { seed } as Game
  const answers = randomAnswers(definition, (below) => random(draws, below), { calendar, now })
  const decided = decide(definition, null, { type: 'submit', caseId: 'c', ref: 'R', applicant, answers }, { now, calendar, actor: citizen, code: 's' })
  if (!decided.ok) throw new Error(JSON.stringify(decided.problem))
  return { definition, state: decided.state, events: [...decided.events], now, seed }
}

function give(game: Game, actor: Actor, command: Command): boolean {
  const decided = decide(game.definition, game.state, command, { now: game.now, calendar, actor, code: `k${game.events.length}-` })
  if (!decided.ok) return false
  game.state = decided.state
  game.events.push(...decided.events)
  return true
}

/** A valid command for an offer; `best` takes the way that leads on. */
function commandFor(game: Game, offer: Offer, best: boolean): Command {
  switch (offer.type) {
    case 'claim':
    case 'release':
      return { type: offer.type, ...offer.task }
    case 'hand_over': {
      const to = clerks[random(game, clerks.length)] ?? clerks[0]!
      return { type: 'hand_over', ...offer.task, to }
    }
    case 'schedule_visit':
      return { type: 'schedule_visit', ...offer.task, on: '2099-12-30' }
    case 'decide': {
      const outcome = (best ? offer.outcomes[0] : offer.outcomes[random(game, offer.outcomes.length)]) ?? 'ok'
      const sets = Object.fromEntries((taskNode(game.definition, offer.task.task)?.sets ?? []).map((name) => [name, 'low']))
      const items = [{ name: seesSize(game, offer.task.task) && random(game, 2) ? 'size' : 'kind', reason: { code: 'r', text: '' } }]
      return { type: 'decide', ...offer.task, outcome, reasons: [], note: '', items: outcome === 'return' ? items : [], sets }
    }
    case 'correct': {
      const given = Object.fromEntries(offer.names.map((name) => [name, typed(name === 'size' ? 1 + random(game, 200) : random(game, 2) ? 'large' : 'small')]))
      return { type: 'correct', stage: offer.stage, round: offer.round, answers: given }
    }
    case 'pay':
      return { type: 'pay', wait: offer.wait, amount: offer.amount, reference: 'ref' }
    case 'withdraw':
      return { type: 'withdraw', note: '' }
    case 'supply':
      return { type: 'supply', answers: Object.fromEntries(offer.names.map((name) => [name, { ...typed('f1'), file }])) }
    case 'extend':
    case 'revoke':
      return { type: offer.type, reason: { code: offer.reasons[0] ?? '', text: '' } }
    case 'suspend':
      return { type: 'suspend', reason: { code: offer.reasons[0] ?? '', text: '' }, until: localDate(calendar, game.now + random(game, 300) * 86_400_000) }
    case 'resume':
      return { type: 'resume' }
    case 'appeal':
      return { type: 'appeal', text: 'please look again' }
  }
}

function seesSize({ definition, state, now }: Game, task: string): boolean {
  const node = taskNode(definition, task)
  return node !== null && returnableNames(definition, state, node, { calendar, now }).includes('size')
}

function timers(game: Game) {
  const deadlines = deadlinesOf(game.definition, game.state, calendar, game.now)
  if (!deadlines.ok) throw new Error(JSON.stringify(deadlines.problem))
  return timersOf(game.definition, game.state, deadlines.value)
}

function expireNext(game: Game): boolean {
  const next = timers(game).sort((a, b) => a.dueAt - b.dueAt)[0]
  if (!next) return false
  game.now = Math.max(game.now, next.dueAt)
  return give(game, system, { type: 'expire', timer: next.key })
}

function randomMove(game: Game): void {
  game.now += random(game, 3) * 36_000_000
  const move = random(game, 12)
  if (move === 0) return void expireNext(game)
  if (move === 1) return void nonsense(game)
  const actor = actors[random(game, actors.length)] ?? citizen
  const offers = available(game.definition, game.state, actor).filter((offer) => offer.type !== 'withdraw' || random(game, 20) === 0)
  const offer = offers[random(game, Math.max(1, offers.length))]
  if (!offer) return
  const due = offer.type === 'correct' || offer.type === 'pay' || offer.type === 'supply' ? timers(game).some((timer) => timer.dueAt <= game.now) : false
  const command = commandFor(game, offer, false)
  const taken = give(game, actor, command)
  // What was offered is accepted: but for a hand-over to somebody who may not take it, and what came after its term.
  if (!taken && offer.type !== 'hand_over' && !due) throw new Error(`offered, then refused: ${JSON.stringify(command)}`)
}

/** Commands nobody was offered change nothing. */
function nonsense(game: Game): void {
  const before = game.state
  const task = Object.values(before.tasks)[0]
  const wrong: Command[] = [
    { type: 'decide', task: task?.name ?? 'x', round: 7, desk: 'fire.reviewer', version: 1, outcome: 'ok', reasons: [], note: '', items: [], sets: {} },
    { type: 'claim', task: '__proto__', round: 1, desk: 'constructor', version: 1 },
    { type: 'pay', wait: 'nothing', amount: 1, reference: '' },
    { type: 'correct', stage: 'nothing', round: 1, answers: {} },
    { type: 'expire', timer: 'wait:nothing' },
  ]
  for (const actor of [...actors, system]) for (const command of wrong) if (give(game, actor, command)) throw new Error(`accepted: ${JSON.stringify(command)}`)
}

/** Plays on by the best way; every case must come to its end. */
function playToEnd(game: Game): void {
  for (let i = 0; i < 2000 && game.state.end === null; i += 1) {
    const moved = actors.some((actor) => {
      const offers = available(game.definition, game.state, actor)
      const offer = offers.find((one) => one.type === 'decide') ?? offers.find((one) => ['correct', 'pay', 'supply'].includes(one.type)) ?? offers.find((one) => one.type === 'claim')
      return offer ? give(game, actor, commandFor(game, offer, true)) : false
    })
    if (!moved && !expireNext(game) && !releaseAll(game)) return
  }
}

/** A task can wait for somebody else's four eyes: whoever holds another one must let go. */
function releaseAll(game: Game): boolean {
  return clerks.some((actor) => available(game.definition, game.state, actor).some((offer) => offer.type === 'release' && give(game, actor, commandFor(game, offer, true))))
}

function checkInvariants(game: Game): void {
  const { events, state } = game
  const ids = (type: CaseEvent['type']) => events.flatMap((event) => (event.type === type && 'task' in event && 'round' in event ? [`${event.task}:${event.round}`] : []))
  for (const type of ['task_opened', 'task_decided'] as const) expect(new Set(ids(type)).size, `${type} twice`).toBe(ids(type).length)
  expect(replay(events)).toEqual(state)
  checkClock(game)
  checkOrder(game, game.definition.flow)
  if (state.end === null) return
  expect([...openTasks(state), ...openWaits(state)]).toEqual([])
  // What was issued still has a time of its own.
  expect(timers(game).filter(({ key }) => !/^(suspension|renewal):/.test(key))).toEqual([])
}

/** Segments follow each other without gap or overlap, and time only moves forward. */
function checkClock({ state, events }: Game): void {
  state.segments.forEach((segment, i) => {
    const before = state.segments[i - 1]
    if (before) expect(segment.from).toBe(before.to)
    if (segment.to !== null) expect(segment.to).toBeGreaterThan(segment.from)
  })
  for (let i = 1; i < events.length; i += 1) expect(events[i]!.at).toBeGreaterThanOrEqual(events[i - 1]!.at)
}

/** A join waits for all: while anything is open in a step, nothing after it is. */
function checkOrder(game: Game, flow: readonly FlowNode[], item: number | null = null): void {
  let open = false
  for (const node of flow) {
    const here = isOpen(game.state, node, item)
    expect(open && here, `${JSON.stringify(node).slice(0, 80)} opened before the step before it was done`).toBe(false)
    open ||= here
    const items = node.node === 'each' ? Array.from({ length: game.state.counts[node.name] ?? 0 }, (_, i) => i + 1) : [item]
    for (const one of items) for (const branch of insideOf(node)) checkOrder(game, branch, one)
  }
}

const isOpen = (state: CaseState, node: FlowNode, item: number | null): boolean =>
  allNodes([node]).some((one) => {
    if (one.node === 'task') return openTasks(state).some((task) => isNamed(task.name, one.name, item))
    return one.node === 'wait' && openWaits(state).some((wait) => isNamed(wait.name, one.name, item))
  })

const isNamed = (name: string, base: string, item: number | null): boolean => (item === null ? baseName(name) === base : name === itemName(base, item))

describe('the kernel', () => {
  test('keeps its invariants over 1,000 random definitions and random commands, and every case can end', () => {
    fc.assert(
      fc.property(randomDefinition, fc.nat(1_000_000), (definition, seed) => {
        const game = begin(definition, seed)
        for (let i = 0; i < 40 && game.state.end === null; i += 1) randomMove(game)
        checkInvariants(game)
        playToEnd(game)
        expect(game.state.end, `stuck: ${openTasks(game.state).map((task) => `${task.name} ${JSON.stringify(task.parts.map((part) => part.claimedBy?.id ?? part.desk))}`).join()} waits ${openWaits(game.state).map((wait) => wait.name).join()} after ${game.events.map((event) => event.type).join(' ')}`).not.toBeNull()
        checkInvariants(game)
      }),
      { numRuns: 1000 },
    )
  }, 120_000)
})
