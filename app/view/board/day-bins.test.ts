import fc from 'fast-check'
import { expect, it } from 'vitest'

import { dayBins } from './day-bins.ts'

it('gives every day a bar while they fit, an edge after the promise', () => {
  expect(dayBins([{ days: 0, count: 1 }, { days: 2, count: 5 }, { days: 3, count: 2 }], 2)).toEqual([
    { from: 0, to: 0, count: 1, late: false },
    { from: 1, to: 1, count: 0, late: false },
    { from: 2, to: 2, count: 5, late: false },
    { from: 3, to: 3, count: 2, late: true },
  ])
})

it('puts what took far longer into the last bar', () => {
  expect(dayBins([{ days: 1, count: 1 }, { days: 40, count: 2 }], 1).at(-1)).toEqual({ from: 3, to: null, count: 2, late: true })
})

it('loses no case, mixes none that kept the promise with one that broke it, and fits a phone', () => {
  const histogram = fc.uniqueArray(fc.record({ days: fc.integer({ min: 0, max: 200 }), count: fc.integer({ min: 1, max: 9 }) }), { selector: ({ days }) => days, minLength: 1 })
  fc.assert(
    fc.property(histogram, fc.integer({ min: 1, max: 90 }), (unsorted, promise) => {
      const sorted = [...unsorted].sort((one, other) => one.days - other.days)
      const bins = dayBins(sorted, promise)
      const sum = (rows: readonly { count: number }[]): number => rows.reduce((total, { count }) => total + count, 0)
      expect(sum(bins)).toBe(sum(sorted))
      expect(sum(bins.filter(({ late }) => late))).toBe(sum(sorted.filter(({ days }) => days > promise)))
      expect(bins.length).toBeLessThanOrEqual(18)
    }),
  )
})
