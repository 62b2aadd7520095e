import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import type { Answer } from '#app/kernel/case/answer.ts'
import type { RecordField } from '#app/kernel/definition/definition.ts'
import { held } from '#tests/factories/play.ts'

import { answerRow } from './record-rows.ts'

// Trusted: a text is called by its key here.
const t = ((key: string) => key) as unknown as TFunction
const field: RecordField = {
  kind: 'record', name: 'id', concept: 'identity_number', when: null, type: { type: 'text', maxLength: 99 },
  register: 'people', entity: 'person', field: 'id', pick: false, with: null, holder: null, each: null, items: null, promisable: null, tolerable: false, editable: false, optional: false, seenBy: null,
}
const row = (answer: Answer | null, asked = false) => answerRow(t, 'en')({ field, answer, asked, state: 'done' })
const secret = (answer: Answer): Answer => ({ ...answer, envelope: { ...answer.envelope!, classification: 'sensitive' } })

it('says where a value comes from and whether it may be changed', () => {
  expect(row(held('id', '123456'))).toMatchObject({ value: '123456', source: { register: 'registers:people.name', asOf: '2026-01-01', locked: true }, change: false })
  expect(row(held('id', '123456'), true)).toMatchObject({ source: { locked: false }, change: true })
})

it('hides a sensitive number', () => expect(row(secret(held('id', '123456'))).value).toBe('••3456'))

it('keeps the register’s value beside an edit', () => {
  expect(row({ ...held('id', 'old'), value: 'new', source: 'applicant' }, true)).toMatchObject({ value: 'new', registerSays: 'old' })
  expect(row(held('id', 'old'), true).registerSays).toBeNull()
})

it('says which register holds nothing', () => expect(row(null)).toMatchObject({ value: null, notHeldBy: 'registers:people.name' }))
