import { expect, test } from 'vitest'

import { freshBytes } from './fresh-bytes.ts'

test('no bytes are given twice, however many are asked for', () => {
  const given = Array.from({ length: 3000 }, () => freshBytes(12).toString('hex'))
  expect(new Set(given).size).toBe(3000)
  expect(new Set(given.map((one) => one.length))).toEqual(new Set([24]))
})

test('what was given does not change afterwards', () => {
  const first = freshBytes(12)
  const given = first.toString('hex')
  for (let drawn = 0; drawn < 3; drawn += 1) freshBytes(4096)
  expect(first.toString('hex')).toBe(given)
})

test('they are not all alike', () => expect(new Set(freshBytes(4096)).size).toBeGreaterThan(200))

test('more than are drawn at once are refused', () => expect(() => freshBytes(4097)).toThrow(RangeError))
