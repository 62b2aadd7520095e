import { expect, test } from 'vitest'

import { byTurns, median, percentile } from './by-turns.ts'

test('both sides are measured by turns, ours first, and each has its own median', async () => {
  const asked: string[] = []
  const side = (name: string, values: number[]) => async (round: number) => {
    asked.push(`${name}${round}`)
    return values[round] ?? 0
  }
  expect(await byTurns(3, side('ours', [30, 10, 20]), side('theirs', [1, 300, 2]))).toEqual({ ours: 20, theirs: 2 })
  expect(asked).toEqual(['ours0', 'theirs0', 'ours1', 'theirs1', 'ours2', 'theirs2'])
})

test.each([[[5], 5], [[4, 1], 2.5], [[9, 1, 2], 2], [[1, 10, 3, 2], 2.5]])('the median of %j is %d', (values, middle) => expect(median(values)).toBe(middle))

test('a hundredth of a thousand values lies above their 99th percentile', () => {
  const values = Array.from({ length: 1000 }, (_, at) => (at * 7) % 1000)
  expect(values.filter((value) => value > percentile(values, 0.99))).toHaveLength(10)
  expect(percentile([3], 0.99)).toBe(3)
})
