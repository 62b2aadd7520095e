import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { questionType } from './question-type.ts'
import { readClaimed } from './read-claimed.ts'

const type = (word: Parameters<typeof questionType>[0]['word'], more: object = {}) => questionType({ word, ...more })

describe('what somebody writes that a record should say', () => {
  test.each([
    [type('integer'), ' 1,200 ', 1200],
    [type('integer'), '４２', 42],
    [type('integer'), '٤٢', 42],
    [type('integer', { range: [-9, 9] }), '-3', -3],
    [type('money'), '12', 1200],
    [type('money'), '¥ 1,012.05', 101205],
    [type('money'), '0.29', 29],
    [type('yes_no'), 'Yes', true],
    [type('yes_no'), '否', false],
    [type('yes_no'), 'نعم', true],
    [type('date'), '2026-03-07', '2026-03-07'],
    [type('date', { not_after: 'today' }), '2099/3/7', '2099-03-07'],
    [type('date'), '1951年11月8日', '1951-11-08'],
    [type('choice', { of: ['fit', 'unfit'] }), 'unfit', 'unfit'],
    [type('phone'), '１３８ 0000 0000', '138 0000 0000'],
    [type('text'), ' 7 Canal Street ', '7 Canal Street'],
  ])('%j: "%s" is %j', (kind, text, value) => expect(readClaimed(kind, text)).toEqual({ ok: true, value }))

  test.each([
    [type('integer'), '4.5', 'not_a_number'],
    [type('integer', { range: [1, 5] }), '6', 'too_large'],
    [type('money'), '12.345', 'not_a_number'],
    [type('money'), '-1', 'not_a_number'],
    [type('yes_no'), 'perhaps', 'not_a_choice'],
    [type('date'), '2026-02-30', 'not_a_date'],
    [type('date'), 'in March', 'not_a_date'],
    [type('choice', { of: ['fit', 'unfit'] }), 'Fit', 'not_a_choice'],
    [type('phone'), 'call me', 'not_a_phone'],
    [type('text'), '   ', 'missing'],
    [type('text', { max_length: 3 }), 'abcd', 'too_long'],
    [type('file'), 'plan.pdf', 'not_a_file'],
  ])('%j: "%s" is refused: %s', (kind, text, code) => expect(readClaimed(kind, text)).toEqual({ ok: false, code }))

  test('every amount of money written in yuan is read to the fen', () => {
    fc.assert(fc.property(fc.nat(1_000_000_000), (fen) => void expect(readClaimed(type('money'), (fen / 100).toFixed(2))).toEqual({ ok: true, value: fen })))
  })
})
