import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countOf, histogramOf, percentile, spreadOf } from './histogram.ts'

const of = (...values: number[]) => histogramOf(values.map((days) => ({ days, count: 1 })))

describe('percentiles by nearest rank', () => {
  it.each([
    [of(7), 7, 7],
    [of(1, 2), 1, 2],
    [of(1, 2, 3), 2, 3],
    [of(1, 2, 3, 4), 2, 4],
    [of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 5, 9],
    [of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 6, 10],
    [of(), null, null],
  ])('of %j are %s and %s', (histogram, median, p90) => {
    expect(spreadOf(histogram)).toEqual({ count: countOf(histogram), median, p90 })
  })

  it('are the values at their rank in the sorted list', () => {
    const values = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (list, percent) => {
        const sorted = [...list].sort((one, other) => one - other)
        expect(percentile(of(...list), percent)).toBe(sorted[Math.ceil((percent * list.length) / 100) - 1])
      }),
    )
  })

  it('add up rows of the same number of days', () => {
    expect(histogramOf([{ days: 3, count: 2 }, { days: 1, count: 1 }, { days: 3, count: 4 }])).toEqual([{ days: 1, count: 1 }, { days: 3, count: 6 }])
  })
})
