import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { linePath, niceTicks, spanOf, xOf, yOf } from './scales.ts'

describe('niceTicks', () => {
  it.each([
    [13, [0, 5, 10, 15]],
    [100, [0, 25, 50, 75, 100]],
    [0.9, [0, 0.25, 0.5, 0.75, 1]],
    [0, [0, 1]],
    [NaN, [0, 1]],
  ])('for a largest of %d', (largest, ticks) => expect(niceTicks(largest)).toEqual(ticks))

  it('always reaches the largest value with few lines', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (largest) => {
      const ticks = niceTicks(largest)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest)
      expect(ticks.length).toBeLessThanOrEqual(6)
    }))
  })
})

it('puts zero at the bottom and the top at the top', () => {
  expect([yOf(0, 20), yOf(20, 20), yOf(5, 20)]).toEqual([100, 0, 75])
})

it('mirrors the axis in a right-to-left page', () => {
  expect([xOf(0, 4, false), xOf(0, 4, true)]).toEqual([12.5, 87.5])
  expect(spanOf(20, 30, 100, false)).toEqual({ x: 20, width: 30 })
  expect(spanOf(20, 30, 100, true)).toEqual({ x: 50, width: 30 })
})

it('draws no bar for nothing', () => expect(spanOf(0, 0, 0, false)).toEqual({ x: 0, width: 0 }))

it('breaks a line where a value is missing', () => {
  expect(linePath([10, null, 5, 5], 10, false)).toBe('M12.5 0M62.5 50L87.5 50')
})
