import { expect, it } from 'vitest'

import { readInput } from '#app/http/read-input.ts'
import { given, type Value } from '#app/kernel/case/answer.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'

import { typedValues } from './typed-values.ts'

const cases: [QuestionType, Value][] = [
  [{ type: 'text', maxLength: 99 }, 'two\nlines'],
  [{ type: 'integer', min: 0, max: 99 }, 42],
  [{ type: 'money', max: 99_999 }, 1050],
  [{ type: 'money', max: 99_999 }, 30_000],
  [{ type: 'phone' }, '138 0000 0000'],
  [{ type: 'choice', of: ['hot'] }, 'hot'],
  [{ type: 'yes_no' }, true],
  [{ type: 'yes_no' }, false],
  [{ type: 'date', notBefore: null, notAfter: null }, '2027-02-01'],
]

it.each(cases)('puts a saved %j back into its boxes, so that it is read as the same: %j', (type, value) => {
  const form = new FormData()
  for (const [name, text] of Object.entries(typedValues(type, 'it', given(value)))) form.set(name, text)
  expect(readInput(type, 'it', form)).toEqual({ value })
})

it('leaves the boxes empty when there is no answer', () => expect(typedValues({ type: 'phone' }, 'it', null)).toEqual({}))

it.each([['12.5', 1250], ['１２．５０', 1250], ['1,200', 120_000], ['¥ 7', 700]])('reads %s as yuan', (text, fen) => {
  const form = new FormData()
  form.set('it', text.normalize('NFKC'))
  expect(readInput({ type: 'money', max: 1_000_000 }, 'it', form)).toEqual({ value: fen })
})
