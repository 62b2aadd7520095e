import { expect, test } from 'vitest'

import { at, buildDefinition, plainCalendar, trialSource } from '#tests/factories/definition.ts'
import { file, held, trialAnswers, typed } from '#tests/factories/play.ts'

import { draftChanges, isAnyChange } from './draft-changes.ts'

const when = { calendar: plainCalendar, now: at('2026-03-02') }
const before = buildDefinition()
const names = (changes: ReturnType<typeof draftChanges>) => Object.fromEntries(Object.entries(changes).map(([sort, fields]) => [sort, fields.map(({ name }) => name)]))
const version = (data: Record<string, unknown>) => buildDefinition({ data: { ...trialSource.data, ...data } })
const none = { fresh: [], again: [], dropped: [], held: [] }

test('nothing changes where the questions are the same', () => {
  const changes = draftChanges(before, buildDefinition({ promise: '15wd' }), trialAnswers, trialAnswers, when)
  expect(names(changes)).toEqual(none)
  expect(isAnyChange(changes)).toBe(false)
})

test('a new question is named, and one answered by then is not', () => {
  expect(names(draftChanges(before, version({ why: { ask: 'text', concept: 'remark' } }), trialAnswers, trialAnswers, when))).toEqual({ ...none, fresh: ['why'] })
  const known = { ...trialAnswers, why: typed('because') }
  expect(names(draftChanges(before, version({ why: { ask: 'text', concept: 'remark' } }), known, known, when))).toEqual(none)
})

test('an answer outside the new range, or of another type, has to be given again', () => {
  expect(names(draftChanges(before, version({ size: { ask: 'integer', range: [1, 50] } }), trialAnswers, trialAnswers, when))).toEqual({ ...none, again: ['size'] })
  const pdf = { ...trialAnswers, plan: { ...typed('f1'), file: { ...file, mediaType: 'image/png' } } }
  expect(names(draftChanges(before, version({ plan: { ask: 'file', accept: ['pdf'], seen_by: ['fire', 'food'] } }), pdf, pdf, when))).toEqual({ ...none, again: ['plan'] })
})

test('an answer no longer asked for is named, even where only its condition changed', () => {
  const answers = { ...trialAnswers, sign: typed('Tea') }
  expect(names(draftChanges(before, version({ sign: { ask: 'text', concept: 'remark', optional: true, when: 'size > 100' } }), answers, answers, when))).toEqual({ ...none, dropped: ['sign'] })
})

test('what was typed and is now read from a register is named', () => {
  const after = version({ size: { from: 'people.permit.size' } })
  expect(names(draftChanges(before, after, trialAnswers, { ...trialAnswers, size: held('size', 40) }, when))).toEqual({ ...none, held: ['size'] })
})
