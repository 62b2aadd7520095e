import { beforeEach, expect, test } from 'vitest'

import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import { buildDefinition, trialSurroundings } from '#tests/factories/definition.ts'
import { typed } from '#tests/factories/play.ts'
import { buildRecord } from '#tests/factories/record.ts'
import { TrialCase } from '#tests/factories/trial-case.ts'

const part = { name: 'entry_part', type: { type: 'text', maxLength: 500 }, classification: 'personal' } as const
const office = { name: 'office', type: { type: 'choice', of: ['fire', 'food'] }, classification: 'internal' } as const
const surroundings: Surroundings = { ...trialSurroundings, concepts: { ...trialSurroundings.concepts, entry_part: part, office } }
const parts = ['record_register', 'record_entity', 'record_subject', 'record_key', 'record_field', 'right_value']

const definition = buildDefinition(
  {
    data: { office: { ask: 'choice', of: ['fire', 'food'] }, ...Object.fromEntries(parts.map((name) => [name, { ask: 'text', concept: 'entry_part' }])) },
    requires: [],
    flow: [
      { task: 'look', by: { department: 'office', role: 'reviewer' }, within: '5wd', outcomes: ['correct', 'keep'] },
      { choose: [{ when: 'look = "correct"', do: [{ auto: 'put_right', makes: { amendment: 'right_value', letter: 'corrected' } }, { end: 'granted' }] }, { else: null, do: [{ end: 'refused' }] }] },
    ],
    on: {},
  },
  surroundings,
)

const record = buildRecord({ register: 'people', entity: 'person', subject: 'S1', key: '1', data: { name: 'Li Na', debt: 500, verdict: 'fit' }, asOf: '2025-01-01' })

let one: TrialCase
beforeEach(async () => {
  one = new TrialCase(definition, surroundings)
  await one.env.store.records.put([record, { ...record, key: '2' }, { ...record, subject: 'S2' }])
})

const claim = (field: string, value: string) =>
  one.submit(Object.fromEntries(Object.entries({ office: 'food', record_register: 'people', record_entity: 'person', record_subject: 'S1', record_key: '1', record_field: field, right_value: value }).map(([name, text]) => [name, typed(text)])))

const kept = async (subject = 'S1') => one.env.store.records.read([{ register: 'people', entity: 'person', subject }])

test.each([
  ['name', ' Li Nan ', 'Li Nan'],
  ['debt', '12.5', 1250],
  ['verdict', 'unfit', 'unfit'],
])('puts %s right as "%s", and nothing else', async (field, text, value) => {
  await claim(field, text)
  expect(await one.on('2026-03-05').answer('look', 'correct')).toMatchObject({ ok: true })
  expect(await kept()).toEqual([{ ...record, asOf: '2026-03-05', data: { ...record.data, [field]: value } }, { ...record, key: '2' }])
  expect(await kept('S2')).toEqual([{ ...record, subject: 'S2' }])
})

test('leaves the record as it is when the owner keeps it', async () => {
  await claim('debt', '0')
  await one.answer('look', 'keep')
  expect(await kept()).toEqual([record, { ...record, key: '2' }])
})

test.each([
  ['debt', 'nothing', { name: 'right_value', code: 'not_a_number' }],
  ['verdict', 'healthy', { name: 'right_value', code: 'not_a_choice' }],
  ['shoe_size', '42', { name: 'record_field', code: 'not_asked' }],
  ['constructor', '42', { name: 'record_field', code: 'not_asked' }],
])('can not be decided for %s = "%s", and stays open', async (field, text, problem) => {
  await claim(field, text)
  expect(await one.answer('look', 'correct')).toEqual({ ok: false, problem: { code: 'invalid', fields: [problem] } })
  expect([(await one.state()).end, await kept()]).toEqual([null, [record, { ...record, key: '2' }]])
  expect(await one.answer('look', 'keep')).toMatchObject({ ok: true })
})

test('comes to the department that the value names, and to no other', async () => {
  await claim('debt', '0')
  expect((await one.env.store.desk.choices(['food.reviewer'])).length).toBe(1)
  expect(await one.env.store.desk.choices(['fire.reviewer'])).toEqual([])
})
