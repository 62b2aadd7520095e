import fc from 'fast-check'
import { expect, test } from 'vitest'

import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { at } from '#tests/factories/definition.ts'
import { livedThroughState, longCalendar as calendar } from '#tests/factories/lived-state.ts'
import { staff } from '#tests/factories/play.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { type Actor, system } from './actor.ts'
import { available } from './available.ts'
import type { CaseEvent } from './case-event.ts'
import { type CaseState, isInForce, isSuspended } from './case-state.ts'
import type { Command } from './command.ts'
import { deadlinesOf, type Timer, timersOf } from './deadlines.ts'
import { decide } from './decide.ts'

const head = staff('head', 'lead.head')
const DAY = 86_400_000

/** A granted case long after its end, with what its events told of each certificate. */
type Life = { definition: Definition; state: CaseState; now: number; set: Map<string, string | null>; revoked: Set<string>; offered: string[] }

function timers({ definition, state, now }: Life): Timer[] {
  const reckoned = deadlinesOf(definition, state, calendar, now)
  if (!reckoned.ok) throw new Error(reckoned.problem.code)
  return timersOf(definition, state, reckoned.value).sort((one, other) => one.dueAt - other.dueAt)
}

function give(life: Life, actor: Actor, command: Command): void {
  const decided = decide(life.definition, life.state, command, { now: life.now, calendar, actor, code: 'x' })
  if (!decided.ok) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(decided.problem)}`)
  life.state = decided.state
  for (const event of decided.events) hear(life, event)
}

/** Nothing happens to what was taken back; only what holds is set aside, and only what is set aside holds again. */
function hear(life: Life, event: CaseEvent): void {
  if (event.type === 'renewal_offered') life.offered.push(event.code)
  if (event.type !== 'suspended' && event.type !== 'resumed' && event.type !== 'revoked') return
  for (const code of event.codes) {
    expect(life.revoked.has(code)).toBe(false)
    if (event.type !== 'revoked') expect(life.set.get(code) === null).toBe(event.type === 'suspended')
    life.set.set(code, event.type === 'suspended' ? event.until : null)
    if (event.type === 'revoked') life.revoked.add(code)
  }
}

/** Each timer that is due fires, as of its own moment, and then is gone. */
function fireDue(life: Life): void {
  for (let [next] = timers(life); next && next.dueAt <= life.now; [next] = timers(life)) {
    const { key } = next
    give(life, system, { type: 'expire', timer: key })
    expect(timers(life).map((timer) => timer.key)).not.toContain(key)
  }
}

function agrees({ state, set, revoked, now, offered }: Life): void {
  for (const result of state.results.filter(({ code }) => set.has(code))) {
    expect(isInForce(result)).toBe(!revoked.has(result.code))
    expect(isSuspended(result)).toBe(set.get(result.code) !== null)
    if (isSuspended(result)) expect(localDate(calendar, now) <= String(result.suspendedUntil), 'set aside for longer than was said').toBe(true)
  }
  expect(new Set(offered).size, 'a renewal offered twice').toBe(offered.length)
}

/** Days pass, timers fire when the process looks, and the desk does what it may, at random. */
function live(life: Life, draw: (below: number) => number): void {
  for (let i = 0; i < 12; i += 1) {
    life.now += draw(90) * DAY + draw(DAY)
    fireDue(life)
    const offers = available(life.definition, life.state, head)
    const offer = offers[draw(offers.length + 1)]
    const reason = { code: offer && 'reasons' in offer ? (offer.reasons[0] ?? '') : '', text: '' }
    if (offer?.type === 'suspend') give(life, head, { type: 'suspend', reason, until: localDate(calendar, life.now + draw(360) * DAY) })
    if (offer?.type === 'resume') give(life, head, { type: 'resume' })
    if (offer?.type === 'revoke' && draw(6) === 0) give(life, head, { type: 'revoke', reason })
    agrees(life)
  }
}

test('a suspended certificate holds again, is taken back or runs out; no timer fires twice: over 1,000 random definitions', () => {
  const seen = { granted: 0, suspended: 0, offered: 0 }
  fc.assert(
    fc.property(randomDefinition, fc.nat(1_000_000), (definition, seed) => {
      const state = livedThroughState(definition, seed, at('2026-03-02'), 400)
      if (state.end !== 'granted') return
      let draws = seed
      const draw = (below: number): number => {
        draws = (draws * 1103515245 + 12345) & 0x7fffffff
        return (draws >> 8) % below
      }
      const life: Life = { definition, state, now: state.changedAt, set: new Map(state.results.filter(isInForce).map(({ code }) => [code, null])), revoked: new Set(), offered: [] }
      live(life, draw)
      seen.granted += 1
      seen.suspended += life.state.results.filter(isSuspended).length
      seen.offered += life.offered.length
      // Left alone, nothing stays set aside, and nothing is left to happen.
      life.now += 5 * 366 * DAY
      fireDue(life)
      expect(life.state.results.filter(isSuspended)).toEqual([])
      expect(timers(life)).toEqual([])
      agrees(life)
    }),
    { numRuns: 1000 },
  )
  expect(Math.min(seen.granted, seen.suspended, seen.offered)).toBeGreaterThan(20)
}, 120_000)
