import { describe, expect, test } from 'vitest'

import type { QuestionType } from '#app/kernel/definition/question-type.ts'

import { type Answer, type AnswerFile, given } from './answer.ts'
import { checkAnswer, isDate } from './check-answer.ts'

const TODAY = '2026-03-02'
const wrong = (type: QuestionType, value: Answer['value'], file: AnswerFile | null = null) => checkAnswer('x', type, given(value, file), TODAY)
const codeOf = (type: QuestionType, value: Answer['value']) => wrong(type, value)?.code ?? null

describe('a whole number', () => {
  const type: QuestionType = { type: 'integer', min: 1, max: 500 }
  test.each([1, 42, 500])('may be %d', (value) => expect(wrong(type, value)).toBeNull())
  test('outside of its range says which end', () => {
    expect(wrong(type, 0)).toEqual({ name: 'x', code: 'too_small', params: { min: 1 } })
    expect(wrong(type, 501)).toEqual({ name: 'x', code: 'too_large', params: { max: 500 } })
  })
  test.each([null, '42', true, 1.5, Number.NaN, Infinity, 2 ** 53])('is not %j', (value) => expect(codeOf(type, value)).toBe('not_a_number'))
})

describe('money', () => {
  const type: QuestionType = { type: 'money', max: 1000 }
  test.each([0, 1, 1000])('may be %d fen', (value) => expect(wrong(type, value)).toBeNull())
  test('is never less than nothing, and has its limit', () => {
    expect(wrong(type, -1)).toEqual({ name: 'x', code: 'too_small', params: { min: 0 } })
    expect(wrong(type, 1001)).toEqual({ name: 'x', code: 'too_large', params: { max: 1000 } })
    expect(codeOf(type, 0.5)).toBe('not_a_number')
  })
})

describe('a text', () => {
  const type: QuestionType = { type: 'text', maxLength: 5 }
  test.each(['a', '老街面馆店', 'مطعم', '𠮷𠮷𠮷𠮷𠮷', 'a\tb\nc', 'a\u200fb'])('may be %j', (value) => expect(wrong(type, value)).toBeNull())
  test.each([null, '', '   ', '\u3000\n', 7, false])('is not %j', (value) => expect(codeOf(type, value)).toBe('missing'))
  test('is counted in characters as people see them typed', () => {
    expect(wrong(type, '𠮷𠮷𠮷𠮷𠮷𠮷')).toEqual({ name: 'x', code: 'too_long', params: { max: 5 } })
  })
  test.each(['a\u0000b', 'a\u001b[1m', 'a\u007f', 'x\u202ey', 'x\u2066y', '\ba'])('has no hidden characters: %j', (value) => expect(codeOf(type, value)).toBe('control_characters'))
})

describe('a phone number', () => {
  const type: QuestionType = { type: 'phone' }
  test.each(['13800138000', '+86 138 0013 8000', '0571-8888-6666', '1234567'])('may be %s', (value) => expect(wrong(type, value)).toBeNull())
  test.each([null, '', '123456', '+', '138001380001380013800', '138o0138000', '+86+138', ' 13800138000', '13800138000-', '１３８００１３８０００', 13800138000])('is not %j', (value) => {
    expect(codeOf(type, value)).toBe('not_a_phone')
  })
})

describe('a choice', () => {
  const type: QuestionType = { type: 'choice', of: ['small', 'large'] }
  test('is one of those offered', () => expect(['small', 'large'].map((value) => wrong(type, value))).toEqual([null, null]))
  test.each([null, '', 'Small', 'huge', 'constructor', 'length', 0, true])('is not %j', (value) => expect(codeOf(type, value)).toBe('not_a_choice'))
})

describe('yes or no', () => {
  const type: QuestionType = { type: 'yes_no' }
  test('is either', () => expect([wrong(type, true), wrong(type, false)]).toEqual([null, null]))
  test.each([null, 'yes', 'true', 0, 1, ''])('is not %j', (value) => expect(codeOf(type, value)).toBe('not_a_choice'))
})

describe('a day', () => {
  const any: QuestionType = { type: 'date', notBefore: null, notAfter: null }
  test.each(['2026-03-02', '2024-02-29', '2000-02-29', '1900-01-01', '9999-12-31'])('may be %s', (value) => expect(wrong(any, value)).toBeNull())
  test.each([null, '', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-03-00', '0099-01-01', '2026-3-2', '2026-03-02T00:00', '２０２６-03-02', 20260302])('is not %j', (value) => {
    expect(codeOf(any, value)).toBe('not_a_date')
  })
  test('not before today may be today', () => {
    const type: QuestionType = { ...any, notBefore: 'today' }
    expect(['2026-03-01', TODAY, '2026-03-03'].map((value) => codeOf(type, value))).toEqual(['in_the_past', null, null])
  })
  test('not after today may be today', () => {
    const type: QuestionType = { ...any, notAfter: 'today' }
    expect(['2026-03-01', TODAY, '2026-03-03'].map((value) => codeOf(type, value))).toEqual([null, null, 'in_the_future'])
  })
  test('that exists is told from one that does not', () => expect([isDate('2028-02-29'), isDate('2027-02-29')]).toEqual([true, false]))
})

describe('a file', () => {
  const type: QuestionType = { type: 'file', accept: ['pdf', 'jpeg'], maxBytes: 2_000_000 }
  const pdf: AnswerFile = { id: 'f1', name: 'plan.pdf', bytes: 100, mediaType: 'application/pdf', sha256: 'x' }
  test('is of a kind asked for, and as long as allowed', () => {
    expect(wrong(type, 'f1', pdf)).toBeNull()
    expect(wrong(type, 'f1', { ...pdf, mediaType: 'image/jpeg', bytes: 2_000_000 })).toBeNull()
  })
  test('is there, and the one that the value names', () => {
    for (const [value, file] of [['f1', null], [null, null], ['f2', pdf], [null, pdf]] as const) expect(wrong(type, value, file)).toEqual({ name: 'x', code: 'not_a_file' })
  })
  test('is neither empty nor too large', () => {
    expect(wrong(type, 'f1', { ...pdf, bytes: 0 })).toEqual({ name: 'x', code: 'empty_file' })
    expect(wrong(type, 'f1', { ...pdf, bytes: 2_000_001 })).toEqual({ name: 'x', code: 'file_too_large', params: { megabytes: 2 } })
  })
  test.each(['image/png', 'image/svg+xml', 'text/html', 'application/octet-stream', 'application/pdf; x', ''])('is not %s', (mediaType) => {
    expect(wrong(type, 'f1', { ...pdf, mediaType })).toEqual({ name: 'x', code: 'wrong_file_type', params: { accept: 'pdf, jpeg' } })
  })
})
