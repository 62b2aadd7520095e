import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import type { QuestionType } from './question-type.ts'
import type { Concept } from './surroundings.ts'
import { wrongFields } from './fits-concept.ts'

const concept = (name: string, type: QuestionType): [string, Concept] => [name, { name, type, classification: 'personal' }]
const fields = Object.fromEntries([
  concept('points', { type: 'integer', min: 0, max: 12 }),
  concept('fines', { type: 'money', max: 100_000 }),
  concept('name', { type: 'text', maxLength: 10 }),
  concept('class', { type: 'choice', of: ['c1', 'c2'] }),
  concept('open', { type: 'yes_no' }),
  concept('until', { type: 'date', notBefore: 'today', notAfter: null }),
  concept('scan', { type: 'file', accept: ['pdf'], maxBytes: 1 }),
  concept('phone', { type: 'phone' }),
])
const codes = (data: Parameters<typeof wrongFields>[1]) => wrongFields(fields, data).map(({ name, code }) => `${name} ${code}`)

it('takes what a register may say, though no form would', () => {
  expect(codes({ points: 99, fines: -1, name: '阿卜杜拉·买买提江·吐尔逊江', class: 'c2', open: false, until: '1999-12-31', scan: 'file-1', phone: '110' })).toEqual([])
})

it('takes null and an empty text for what is not held', () => {
  expect(codes({ points: null, class: null, until: null, name: '' })).toEqual([])
})

describe('another kind of value', () => {
  test.each([
    [{ points: '3' }, 'points missing'],
    [{ points: 1.5 }, 'points missing'],
    [{ points: 2 ** 60 }, 'points missing'],
    [{ fines: true }, 'fines missing'],
    [{ name: 7 }, 'name missing'],
    [{ class: 'c9' }, 'class not_a_choice'],
    [{ class: 'toString' }, 'class not_a_choice'],
    [{ open: 'yes' }, 'open missing'],
    [{ until: '2026-02-30' }, 'until missing'],
    [{ scan: 1 }, 'scan missing'],
    [{ name: 'x'.repeat(5001) }, 'name too_long'],
    [{ name: 'a\u0000b' }, 'name control_characters'],
    [{ name: '\u202egnp.exe' }, 'name control_characters'],
    [{ toString: 'x' }, 'toString not_asked'],
    [{ owner: 'x' }, 'owner not_asked'],
  ])('%j is %s', (data, problem) => expect(codes(data)).toEqual([problem]))
})

it('finds nothing wrong only where each value is of its concept’s kind', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constantFrom('c1', '2026-01-31', null))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(fields), 'other', '__proto__'), value, { noNullPrototype: true }), (data) => {
      if (wrongFields(fields, data).length > 0) return
      for (const [name, said] of Object.entries(data)) {
        expect(Object.keys(fields)).toContain(name)
        const kind = said === null ? 'null' : typeof said
        expect(kind).toBe(said === null ? 'null' : name === 'points' || name === 'fines' ? 'number' : name === 'open' ? 'boolean' : 'string')
      }
    }),
  )
})
