import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Definition, FlowNode } from '#app/kernel/definition/definition.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { asksFor, because, citizen, Play, trialAnswers, typed } from '#tests/factories/play.ts'
import { randomDefinition } from '#tests/factories/random-definition.ts'

import { keysOnly, serviceNamed, textsIn } from './all-services.fixture.ts'
import { casePicture } from './case-picture.ts'
import { markCase } from './mark-case.ts'

const nameOf = (node: FlowNode): string => ('name' in node ? node.name : node.node === 'end' ? `(${node.end})` : node.node)
const marksOf = (definition: Definition, state: CaseState | null): Record<string, string> => {
  if (!state) throw new Error('the case was never begun')
  return Object.fromEntries([...markCase(definition, state)].map(([node, mark]) => [nameOf(node), mark]))
}
const marks = (play: Play) => marksOf(play.definition, play.state)

const accepted = (answers = trialAnswers) => new Play().submit(answers).answer('anna', 'acceptance', 'accept')
const reviewed = () => accepted().answer('fo', 'food_review', 'ok').answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
const visited = () => reviewed().answer('foi', 'visit', 'pass', {}, 'food.inspector').answer('fii', 'visit', 'pass', {}, 'fire.inspector')

describe('a case in progress', () => {
  test('stands at its first step', () => {
    expect(marks(new Play().submit())).toEqual({
      acceptance: 'now', food_review: 'to_come', fire_review: 'to_come', visit: 'to_come', exam: 'to_come', decision: 'to_come',
      fee: 'to_come', issue: 'to_come', '(granted)': 'to_come', refuse: 'to_come', '(refused)': 'to_come',
    })
  })

  test('stands at two steps side by side, without the one it skips', () => {
    expect(marks(accepted())).toMatchObject({ acceptance: 'done', food_review: 'now', fire_review: 'now', visit: 'to_come' })
    expect(marks(accepted({ ...trialAnswers, kind: typed('small') }))).toMatchObject({ food_review: 'not_needed', fire_review: 'now' })
  })

  test('is sent back by the step that asked', () => {
    const play = accepted().answer('fo', 'food_review', 'return', asksFor('plan', 'unreadable')).answer('fi', 'fire_review', 'ok', { sets: { danger: 'low' } })
    expect(marks(play)).toMatchObject({ food_review: 'returned', fire_review: 'done', visit: 'to_come' })
  })

  test('goes one way of a choice and no longer needs the other', () => {
    expect(marks(visited().answer('head', 'decision', 'approve'))).toMatchObject({ decision: 'done', fee: 'now', issue: 'to_come', '(granted)': 'to_come', refuse: 'not_needed', '(refused)': 'not_needed' })
  })
})

describe('a case that has ended', () => {
  test('stands at its end', () => {
    expect(marks(visited().answer('head', 'decision', 'refuse', { reasons: because('unsafe') }))).toMatchObject({ refuse: 'done', '(refused)': 'done', fee: 'not_needed', issue: 'not_needed', '(granted)': 'not_needed' })
  })

  test('needs nothing more once it is withdrawn', () => {
    const { acceptance, ...rest } = marks(accepted().give(citizen, { type: 'withdraw', note: '' }))
    expect(acceptance).toBe('done')
    expect(new Set(Object.values(rest))).toEqual(new Set(['not_needed']))
  })

  test('because a payment never came did not reach its result', () => {
    expect(marks(visited().answer('head', 'decision', 'approve').on('2026-04-30').expire('wait:fee'))).toMatchObject({ decision: 'done', fee: 'not_needed', issue: 'not_needed', '(granted)': 'not_needed' })
  })
})

describe('services of the city', () => {
  test('parts that are cases of their own are done when these have ended', () => {
    const sub = (name: string, end: 'granted' | null) => ({ [name]: { name, service: 'part', definitionHash: 'part', company: null, openedAt: 1, whose: 'office' as const, end, endedAt: end && 2, problem: null } })
    const subs = { ...sub('household_entry', 'granted'), ...sub('vaccination', null) }
    const definition = serviceNamed('newborn')
    const choose = definition.flow.find((node) => node.node === 'choose')
    const state = buildCaseState({ service: 'newborn', subs, choices: { [choose?.id ?? '']: 0 }, skipped: ['maternity_refund'] })
    expect(marksOf(definition, state)).toMatchObject({ household_entry: 'done', vaccination: 'now', maternity_refund: 'not_needed', '(refused)': 'not_needed' })
  })

  test('what is done for each is done when it is done for all', () => {
    const definition = serviceNamed('employer-insurance')
    const task = (name: string, outcome: string | null) => ({ [`${name}:1`]: { name, round: 1, openedAt: 1, version: 1, parts: [], visitOn: null, outcome, decidedAt: null, silent: false, cancelled: false } })
    const counts = { employees_each: 2 }
    const half = buildCaseState({ service: definition.service, counts, tasks: { ...task('enrolment.1', 'enrolled'), ...task('enrolment.2', null) } })
    const whole = buildCaseState({ service: definition.service, counts, tasks: { ...task('enrolment.1', 'enrolled'), ...task('enrolment.2', 'enrolled') } })
    expect(marksOf(definition, half)).toMatchObject({ enrolment: 'now' })
    expect(marksOf(definition, whole)).toMatchObject({ enrolment: 'done' })
    expect(marksOf(definition, buildCaseState({ service: definition.service, counts: { employees_each: 0 } }))).toMatchObject({ enrolment: 'not_needed' })
  })

  test('an appeal is drawn once it was asked for, with the first decision as it was', () => {
    const definition = serviceNamed('restaurant-opening')
    const choose = definition.flow.find((node) => node.node === 'choose')
    const task = (name: string, outcome: string | null) => ({ [`${name}:1`]: { name, round: 1, openedAt: 1, version: 1, parts: [], visitOn: null, outcome, decidedAt: null, silent: false, cancelled: false } })
    const tasks = { ...task('acceptance', 'accept'), ...task('fire_review', 'ok'), ...task('decision', 'refuse'), ...task('reconsideration', null) }
    const state = buildCaseState({ service: definition.service, tasks, skipped: ['food_review', 'signboard_review', 'joint_inspection'], choices: { [choose?.id ?? '']: 1 }, autos: ['refuse'], appealedAt: 5 })
    const first = [...markCase(definition, state)].flatMap(([node, mark]) => (node.node === 'end' ? [[node.end, mark]] : []))
    expect(first).toEqual([['granted', 'not_needed'], ['refused', 'done'], ['granted', 'to_come'], ['refused', 'to_come']])
    expect(marksOf(definition, state)).toMatchObject({ reconsideration: 'now', issue_after_appeal: 'to_come' })
    expect(casePicture(textsIn('en'), 'en', definition, state).svg).toContain('Review of the')
    expect(casePicture(textsIn('en'), 'en', definition, { ...state, appealedAt: null }).svg).not.toContain('Review of the')
  })
})

test('each mark stands in the picture as a word, with a sign of its own', () => {
  const play = accepted()
  const { svg, marks: found } = casePicture(keysOnly, 'en', play.definition, play.state!)
  expect(found).toEqual(['done', 'now', 'to_come'])
  for (const mark of found) {
    expect(svg).toContain(`>portal:diagram.mark.${mark}<`)
    expect(svg).toContain(`ot-flow__mark--${mark}`)
  }
})

test('a case that has just begun has a mark at every step and end of any flow', () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const names = new Set([...markCase(definition, buildCaseState()).values()])
      expect([...names]).toEqual(['to_come'])
    }),
    { numRuns: 50 },
  )
})
