import { expect, it } from 'vitest'

import { type Answer, given } from '#app/kernel/case/answer.ts'
import { describeDraft } from '#app/use-cases/open-draft.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { Draft } from '#db/store.ts'
import { at, buildDefinition, plainCalendar } from '#tests/factories/definition.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { held } from '#tests/factories/play.ts'

import { nextQuestion, planOf } from './application-plan.ts'

const definition = buildDefinition({
  data: {
    name: { from: 'people.person.name' },
    place: { from: 'people.permit.kind', pick: 'one', concept: 'kind' },
    area: { from: 'people.permit.size', with: 'place', concept: 'size' },
    debt: { from: 'people.person.debt' },
    verdict: { from: 'people.person.verdict', optional: true },
    kind: { ask: 'choice', of: ['small', 'large'] },
    size: { ask: 'integer', range: [1, 500], when: 'kind = "large"' },
    sign: { ask: 'text', concept: 'title', optional: true },
    danger: { set_by: 'fire_review', ask: 'choice', of: ['low', 'high'] },
  },
})

// Trusted: a plan looks at no more of the environment than this.
const env = { catalogue: { calendar: plainCalendar }, now: () => at('2026-03-02') } as unknown as Environment
const envelopes = (...kinds: string[]) => kinds.map((kind, i) => ({ ...held('kind', kind).envelope!, key: String(i) }))
const records = { name: held('name', 'Li Na'), debt: held('debt', 0) }

const plan = (answers: Record<string, Answer>, options: Draft['options'] = {}) => planOf(describeDraft(env, buildDraft({ answers: { ...records, ...answers }, options }), definition))
const names = (fields: readonly { field: { name: string } }[]) => fields.map((one) => one.field.name)
const two = { place: envelopes('small', 'large'), 'place.area': envelopes('1', '2') }

it('keeps what records say apart from what is asked', () => {
  const { records: known, questions } = plan({}, two)
  expect(names(known)).toEqual(['name', 'debt', 'verdict'])
  expect(names(questions)).toEqual(['place', 'kind', 'sign'])
})

it('asks for a value that no register holds, and for what would have come with it', () => {
  expect(names(plan({}).questions)).toEqual(['place', 'area', 'kind', 'sign'])
})

it('shows the only record there is to choose from, without a question', () => {
  const { records: known } = plan({ place: held('place', 'small'), area: held('area', 5) }, { place: envelopes('small') })
  expect(names(known)).toContain('place')
})

it('counts the records, each question and the review', () => {
  expect(plan({}, two)).toMatchObject({ done: 1, total: 5, ready: false })
  expect(plan({ kind: given('small'), sign: given(null) }, two)).toMatchObject({ done: 3, total: 5 })
  const all = plan({ place: held('place', 'small'), area: held('area', 5), kind: given('small'), sign: given('x') }, two)
  expect(all).toMatchObject({ done: 4, total: 5, ready: true })
})

it('goes on to the next question without an answer, then back to those passed over', () => {
  expect(nextQuestion(plan({}, two), null)).toBe('place')
  expect(nextQuestion(plan({ kind: given('large') }, two), 'kind')).toBe('size')
  expect(nextQuestion(plan({ kind: given('small') }, two), 'kind')).toBe('sign')
  expect(nextQuestion(plan({ kind: given('small'), sign: given(null) }, two), 'sign')).toBe('place')
  expect(nextQuestion(plan({ kind: given('small'), sign: given('x') }, { place: envelopes('small') }), 'sign')).toBe('place')
})
