import { describe, expect, test } from 'vitest'

import { makeChance } from './chance.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const NOW = Date.parse('2026-03-02T01:00:00Z')

/** The same bytes every time: 0, 1, 2 … */
function counting(): (size: number) => Uint8Array {
  let next = 0
  return (size) => Uint8Array.from({ length: size }, () => next++ % 256)
}

describe('an id', () => {
  const chance = makeChance()

  test('is a UUID of version 7 and of the usual variant', () => {
    for (let i = 0; i < 200; i += 1) expect(chance.id(NOW)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  test('begins with its moment, in milliseconds', () => {
    for (const now of [0, 1, NOW, 2 ** 31, 2 ** 32 + 5, 2 ** 48 - 1]) expect(Number.parseInt(chance.id(now).replaceAll('-', '').slice(0, 12), 16)).toBe(now)
  })

  test('sorts by time', () => {
    const moments = [0, 1, 255, 256, 2 ** 31, 2 ** 32, NOW, NOW + 1, NOW + 1000, 2 ** 47]
    const ids = moments.map((now) => chance.id(now))
    expect(ids.toSorted()).toEqual(ids)
  })

  test('is another one each time, within a millisecond too', () => {
    expect(new Set(Array.from({ length: 5000 }, () => chance.id(NOW))).size).toBe(5000)
  })

  test('uses every bit of chance that its version leaves', () => {
    const ones = makeChance((size) => new Uint8Array(size).fill(0xff))
    const none = makeChance((size) => new Uint8Array(size))
    expect(ones.id(0)).toBe('00000000-0000-7fff-bfff-ffffffffffff')
    expect(none.id(0)).toBe('00000000-0000-7000-8000-000000000000')
  })
})

describe('a code', () => {
  test('holds at least 128 bits, in letters that are not taken for one another', () => {
    const code = makeChance().code()
    expect([...code].every((letter) => CROCKFORD.includes(letter))).toBe(true)
    expect(code.length * Math.log2(CROCKFORD.length)).toBeGreaterThanOrEqual(128)
    expect(code).not.toMatch(/[ILOU]/)
  })

  test('takes every letter as often as every other', () => {
    const chance = makeChance(counting())
    // 128 codes of 26 letters: 13 times all 256 bytes.
    const letters = Array.from({ length: 128 }, () => chance.code()).join('')
    const counts = [...CROCKFORD].map((letter) => letters.split(letter).length - 1)
    expect(new Set(counts)).toEqual(new Set([13 * 8]))
  })

  test('is another one each time', () => {
    const chance = makeChance()
    expect(new Set(Array.from({ length: 5000 }, () => chance.code())).size).toBe(5000)
  })
})

describe('a ref', () => {
  test('is short enough to be read out, and begins with its year', () => {
    const chance = makeChance()
    for (let i = 0; i < 200; i += 1) expect(chance.ref(NOW)).toMatch(/^2026-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  })

  test('is another one nearly always', () => {
    const chance = makeChance()
    expect(new Set(Array.from({ length: 1000 }, () => chance.ref(NOW))).size).toBe(1000)
  })
})

test('the same bytes make the same names', () => {
  const [one, two] = [makeChance(counting()), makeChance(counting())]
  expect([one.id(NOW), one.code(), one.ref(NOW)]).toEqual([two.id(NOW), two.code(), two.ref(NOW)])
})
