import { describe, expect, test } from 'vitest'

import type { QuestionType } from '#app/kernel/definition/question-type.ts'

import { readInput, typedText } from './read-input.ts'

const integer: QuestionType = { type: 'integer', min: 0, max: 1_000_000 }
const money: QuestionType = { type: 'money', max: 1_000_000 }
const text: QuestionType = { type: 'text', maxLength: 500 }
const phone: QuestionType = { type: 'phone' }
const choice: QuestionType = { type: 'choice', of: ['none', 'cold', 'hot'] }
const yesNo: QuestionType = { type: 'yes_no' }
const date: QuestionType = { type: 'date', notBefore: null, notAfter: null }
const file: QuestionType = { type: 'file', accept: ['pdf'], maxBytes: 1000 }

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

const read = (type: QuestionType, value: string) => readInput(type, 'x', form({ x: value }))
const day = (year: string, month: string, date_: string) => form({ 'x-year': year, 'x-month': month, 'x-day': date_ })

describe('a whole number', () => {
  test.each([
    ['42', 42],
    [' 42 ', 42],
    ['+42', 42],
    ['-7', -7],
    ['007', 7],
    ['1,200', 1200],
    ['1 200', 1200],
    ['１２００', 1200],
    ['１，２００', 1200],
    ['٤٢', 42],
    ['١٬٢٠٠', 1200],
    ['۱۲۳', 123],
    ['0１٢۳', 123],
    ['999999999999999', 999_999_999_999_999],
  ])('is read from %j', (typed, value) => expect(read(integer, typed)).toEqual({ value }))

  test.each(['1.5', '1e3', '0x10', 'twelve', '十二', '--1', '1-2', 'NaN', 'Infinity', '½', '1234567890123456', '+'])('is not read from %j', (typed) => {
    expect(read(integer, typed)).toEqual({ unread: 'not_a_number' })
  })
})

describe('money', () => {
  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.05', 1205],
    ['0.01', 1],
    ['¥12.50', 1250],
    ['￥１２．５０', 1250],
    ['1,200.00', 120_000],
    ['١٬٢٠٠٫٥', 120_050],
    ['1234567890123.99', 123_456_789_012_399],
  ])('is kept in fen: %j', (typed, value) => expect(read(money, typed)).toEqual({ value }))

  test.each(['12.345', '-1', '1.', '.5', '1.2.3', 'a lot', '12345678901234'])('is not read from %j', (typed) => {
    expect(read(money, typed)).toEqual({ unread: 'not_a_number' })
  })
})

describe('a day', () => {
  test.each([
    [day('2026', '3', '5'), '2026-03-05'],
    [day('2026', '12', '31'), '2026-12-31'],
    [day('２０２６', '０３', '０５'), '2026-03-05'],
    [day('٢٠٢٦', '٣', '٥'), '2026-03-05'],
    [day(' 2026 ', ' 3', '5 '), '2026-03-05'],
    // Which days there are is the kernel's to know.
    [day('2026', '2', '30'), '2026-02-30'],
  ])('is read from its three parts (%#)', (data, value) => expect(readInput(date, 'x', data)).toEqual({ value }))

  test.each([
    [day('2026', '', '5')],
    [day('26', '3', '5')],
    [day('', '3', '5')],
    [day('2026', 'March', '5')],
    [day('2026', '3', '005')],
    [day('20260', '3', '5')],
    [day('-026', '3', '5')],
    [form({ 'x-year': '2026' })],
  ])('is not read when a part is missing or no number (%#)', (data) => expect(readInput(date, 'x', data)).toEqual({ unread: 'not_a_date' }))

  test('is none when all its parts are empty', () => {
    expect(readInput(date, 'x', day('', ' ', ''))).toEqual({ value: null })
  })

  test('does not take a date typed into one field', () => {
    expect(readInput(date, 'x', form({ x: '2026-03-05' }))).toEqual({ value: null })
  })
})

describe('a text', () => {
  test('loses the space around it and keeps that within', () => expect(read(text, '  Old  Town ')).toEqual({ value: 'Old  Town' }))
  test('has one kind of line end', () => expect(read(text, 'one\r\ntwo\r\n\r\nthree')).toEqual({ value: 'one\ntwo\n\nthree' }))
  test('is composed, so that what looks the same is the same', () => expect(read(text, 'Cafe\u0301')).toEqual({ value: 'Caf\u00e9' }))
  test('keeps its digits as they were typed', () => expect(read(text, '３号楼 ٤')).toEqual({ value: '３号楼 ٤' }))
})

describe('other kinds', () => {
  test('a phone number gets the digits that phones know', () => expect(read(phone, ' +٨٦ １３８ 0013 8000 ')).toEqual({ value: '+86 138 0013 8000' }))
  test('a choice is taken as it is, known or not', () => {
    expect(read(choice, 'hot')).toEqual({ value: 'hot' })
    expect(read(choice, 'constructor')).toEqual({ value: 'constructor' })
  })
  test('yes and no are the only answers to yes or no', () => {
    expect(['yes', 'no', '', 'true', 'YES'].map((one) => read(yesNo, one))).toEqual([true, false, null, null, null].map((value) => ({ value })))
  })
  test('a file is not read here', () => expect(read(file, 'file-1')).toEqual({ value: null }))
})

describe('nothing', () => {
  test.each([integer, money, text, phone, choice, yesNo, file])('is no answer to $type', (type) => {
    expect(read(type, '')).toEqual({ value: null })
    expect(read(type, ' \t\r\n\u3000')).toEqual({ value: null })
    expect(readInput(type, 'x', form({}))).toEqual({ value: null })
  })

  test.each([integer, money, text, phone, choice, yesNo])('is what a file sent in place of $type says', (type) => {
    expect(readInput(type, 'x', form({ x: new File(['42'], '42') }))).toEqual({ value: null })
  })
})

describe('what was typed', () => {
  test('is shown again as it was', () => {
    expect(typedText(integer, 'x', form({ x: ' １２a ', y: 'other' }))).toEqual({ x: '１２a' })
    expect(typedText(date, 'x', day('2026', 'March', ''))).toEqual({ 'x-year': '2026', 'x-month': 'March', 'x-day': '' })
    expect(typedText(file, 'x', form({ x: new File(['%PDF'], 'plan.pdf') }))).toEqual({ x: '' })
  })
})
