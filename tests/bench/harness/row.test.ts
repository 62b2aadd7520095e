import { expect, test } from 'vitest'

import { type Bench, isReached, rowOf } from './row.ts'

const bench = (more: Partial<Bench>): Bench => ({ name: 'a', says: '', unit: 'ms', ratio: 'ours/theirs', goal: 3, atMost: true, measure: async () => ({ ours: 1, theirs: 1 }), ...more })

test('a row has the ratio its goal is put in, to three digits', () => {
  expect(rowOf(bench({}), { ours: 10, theirs: 4 })).toEqual({ name: 'a', ours: 10, theirs: 4, unit: 'ms', ratio: 2.5, goal: 3, atMost: true })
  expect(rowOf(bench({ ratio: 'theirs/ours' }), { ours: 3, theirs: 1000 }).ratio).toBe(333)
})

test.each([[3, true, true], [3.01, true, false], [3, false, true], [2.99, false, false]])('a ratio of %d with a goal of 3 (at most: %s): %s', (ratio, atMost, reached) =>
  expect(isReached({ ratio, goal: 3, atMost })).toBe(reached))
