import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Definition } from '#app/kernel/definition/definition.ts'
import { at, buildDefinition, plainCalendar, trialSource } from '#tests/factories/definition.ts'
import { livedThroughState, longCalendar } from '#tests/factories/lived-state.ts'
import { citizen, Play, staff } from '#tests/factories/play.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { type Actor, system } from './actor.ts'
import { available } from './available.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'

type Anything = any // eslint-disable-line @typescript-eslint/no-explicit-any -- versions differ in any part

/** The trial service with one thing changed, as version 2. */
function version(change: (source: Anything) => void): Definition {
  const source = structuredClone(trialSource) as Anything
  change(source)
  return { ...buildDefinition({ ...source, version: 2 }), hash: 'second' }
}

const inReview = () => new Play().submit().answer('anna', 'acceptance', 'accept')
const inDecision = () => inReview().answer('fo', 'food_review', 'ok').answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } }).answer('foi', 'visit', 'pass', {}, 'food.inspector').answer('fii', 'visit', 'pass', {}, 'fire.inspector')
const move = (play: Play, to: Definition, actor: Actor = system) =>
  decide(play.definition, play.state, { type: 'move_version', hash: 'second' }, { now: play.now, calendar: plainCalendar, actor, code: 'x', definitions: { second: to } })
const reasons = (play: Play, change: (source: Anything) => void) => {
  const decided = move(play, version(change))
  return decided.ok ? [] : decided.problem.code === 'not_movable' ? decided.problem.reasons.map(({ what, name }) => `${what} ${name}`) : [decided.problem.code]
}

describe('a running case is moved to another version', () => {
  test('that differs only in what lies ahead, and goes on by it', () => {
    const play = inReview()
    const to = version((source) => source.flow.splice(3, 0, { task: 'hearing', by: 'lead.clerk', within: '1wd', outcomes: ['held'] }))
    const moved = move(play, to)
    expect(moved.ok && moved.events.map(({ type }) => type)).toEqual(['version_changed'])
    expect(moved.ok && moved.state).toMatchObject({ definitionHash: 'second', tasks: play.state!.tasks })
    expect(moved.ok && moved.events.reduce(evolve, play.state)).toEqual(moved.ok && moved.state)
  })

  test('whatever stands before a choice that is taken: the choice is found again', () => {
    const play = inDecision().answer('head', 'decision', 'approve')
    const moved = move(play, version((source) => source.flow.splice(3, 0, { task: 'hearing', when: 'size > 400', by: 'lead.clerk', within: '1wd', outcomes: ['held'] })))
    expect(moved.ok && moved.state.choices).toEqual({ 'flow.5': 0 })
    expect(moved.ok && moved.state.waits.fee?.closedAt).toBeNull()
  })
})

describe('a move is refused', () => {
  test('where a step that was done is missing, or has other desks or outcomes', () => {
    expect(reasons(inDecision(), (source) => source.flow.splice(1, 1))).toContain('step visit')
    expect(reasons(inReview(), (source) => (source.flow[0].do[0].by = 'lead.head'))).toContain('step acceptance')
    expect(reasons(inReview(), (source) => (source.flow[0].do[1].parallel[1].outcomes = ['ok', 'bad', 'return']))).toEqual(['step fire_review'])
  })

  test('where an answer no longer fits', () => {
    expect(reasons(inReview(), (source) => (source.data.size.range = [1, 50]))).toEqual(['answer size'])
  })

  test('where it would have come to a step it never did, or not to one it is at', () => {
    expect(reasons(inReview(), (source) => source.flow.unshift({ task: 'glance', by: 'lead.clerk', within: '1wd', outcomes: ['ok'] }))).toContain('way glance')
    expect(reasons(inReview(), (source) => (source.flow[0].do[1].parallel[0].when = 'kind = "small"'))).toContain('way food_review')
  })

  test('to anybody but the portal, and to a version that is not there', () => {
    expect(move(inReview(), version(() => {}), citizen)).toEqual({ ok: false, problem: { code: 'not_permitted' } })
    expect(decide(inReview().definition, inReview().state, { type: 'move_version', hash: 'nothing' }, { now: at('2026-03-02'), calendar: plainCalendar, actor: system, code: 'x' })).toEqual({ ok: false, problem: { code: 'not_found' } })
  })
})

test('a case moved to an identical definition behaves the same', () => {
  const clerks = ['a', 'b'].map((id) => staff(id, 'fire.reviewer', 'fire.inspector', 'food.inspector', 'lead.head', 'towns.surveyor.north'))
  fc.assert(
    fc.property(randomDefinition, fc.nat(1_000_000), fc.nat(60), (definition, seed, moves) => {
      const state = livedThroughState(definition, seed, at('2026-03-02'), moves)
      if (state.end !== null) return
      const twin = { ...structuredClone(definition), hash: 'twin' }
      const context = { now: state.changedAt, calendar: longCalendar, actor: system, code: 'x', definitions: { twin } }
      const moved = decide(definition, state, { type: 'move_version', hash: 'twin' }, context)
      expect(moved.ok ? null : moved.problem).toBeNull()
      if (!moved.ok) return
      expect(moved.state).toEqual({ ...state, definitionHash: 'twin', version: state.version + 1 })
      for (const actor of [citizen, ...clerks]) expect(available(twin, moved.state, actor)).toEqual(available(definition, state, actor))
    }),
    { numRuns: 300 },
  )
})
