import { expect, test } from 'vitest'

import { filledIn, wrongWith } from './asking.ts'

const expected = { status: 200, bytes: [4, 6], contains: ['seats'], leadsTo: '/next' } as const
const right = { status: 200, location: '/next', text: 'seats' }

test('the answer that was expected is right', () => expect(wrongWith(expected, right)).toBeNull())

test.each([
  [{ status: 500, text: 'stack' }, 'status 500 instead of 200: stack'],
  [{ location: '/back' }, 'leads to /back instead of /next'],
  [{ text: 'seats €' }, '9 bytes instead of 4 to 6'],
  [{ text: 'sea' }, '3 bytes instead of 4 to 6'],
  [{ text: 'chairs' }, 'no seats in it'],
])('%j: %s', (more, wrong) => expect(wrongWith(expected, { ...right, ...more })).toBe(wrong))

test('each request has a number, an id and a small number of its own', () => {
  expect(filledIn('/{id}?n={n}&again={n}&seats={small}', 407)).toBe('/00000000-0000-7000-8000-000000000407?n=407&again=407&seats=17')
})
