import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'

import { given, promised } from '#app/kernel/case/answer.ts'

import { fieldLabel, masked, questionLabel, showAnswer, showMoney, showValue } from './show-value.ts'

// Trusted: a text is called by its key here.
const t = ((key: string) => key) as unknown as TFunction

describe('showValue', () => {
  it.each([
    [{ type: 'choice', of: ['hot', 'cold'] }, 'hot', 'concepts:kitchen.options.hot'],
    [{ type: 'yes_no' }, true, 'ui:yes'],
    [{ type: 'date', notBefore: null, notAfter: null }, '2026-11-22', '22 November 2026'],
    [{ type: 'money', max: 1 }, 20_000, '¥200.00'],
    [{ type: 'integer', min: 0, max: 9 }, 1234, '1,234'],
    [{ type: 'text', maxLength: 9 }, 'as it is', 'as it is'],
  ] as const)('says %j of %j in words', (type, value, text) => expect(showValue(t, 'en', { concept: 'kitchen', type }, value)).toBe(text))
})

it('calls a file by its name, and says nothing of nothing', () => {
  const type = { type: 'file', accept: ['pdf'], maxBytes: 1 } as const
  const file = { id: 'f1', name: 'plan.pdf', bytes: 1, mediaType: 'application/pdf', sha256: 'x' }
  expect(showAnswer(t, 'en', { concept: 'plan', type }, given('f1', file))).toBe('plan.pdf')
  expect(showAnswer(t, 'en', { concept: 'plan', type }, given(null))).toBeNull()
  expect(showAnswer(t, 'en', { concept: 'plan', type }, null)).toBeNull()
})

it('says of a promise what it is worth', () => {
  const type = { type: 'file', accept: ['pdf'], maxBytes: 1 } as const
  expect(showAnswer(t, 'en', { concept: 'plan', type, promisable: 'later_check' }, promised)).toBe('apply:promise.declared.shown')
  expect(showAnswer(t, 'en', { concept: 'plan', type, promisable: null, tolerable: true }, promised)).toBe('apply:promise.later.shown')
})

it('tells items apart by their number', () => {
  expect([fieldLabel(t, { concept: 'wage', name: 'wage' }), fieldLabel(t, { concept: 'wage', name: 'wage.2' }), questionLabel(t, { concept: 'wage', name: 'wage.2' })]).toEqual(['concepts:wage.label', 'ui:item', 'ui:item'])
})

it('writes money with the plain sign in every language', () => {
  for (const lang of ['zh-CN', 'en', 'ar'] as const) expect(showMoney(1050, lang)).toMatch(/^[^A-Z]*10\.50[^A-Z]*$/)
})

it('shows only the end of a number that opens doors', () => expect(masked('330106199001011234')).toBe('••••••••••••••1234'))
