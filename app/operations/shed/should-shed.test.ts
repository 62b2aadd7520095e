import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { kindsByImportance, type Load } from './load.ts'
import { limits, shouldShed } from './should-shed.ts'

const load: fc.Arbitrary<Load> = fc.record({ delayMs: fc.oneof(fc.nat(1000), fc.double({ min: 0, max: 10_000, noNaN: true })), inFlight: fc.nat(1500) })
const kind = fc.constantFrom(...kindsByImportance)

describe('what is shed', () => {
  test('is nothing while there is no load, and everything when there is no room', () => {
    for (const one of kindsByImportance) {
      expect(shouldShed({ delayMs: 0, inFlight: 0 }, one)).toBe(false)
      expect(shouldShed({ delayMs: 0, inFlight: 100_000 }, one)).toBe(true)
      expect(shouldShed({ delayMs: 100_000, inFlight: 0 }, one)).toBe(true)
    }
  })

  test('never becomes less with more load', () => {
    fc.assert(fc.property(load, load, kind, (one, more, what) => {
      const heavier = { delayMs: one.delayMs + more.delayMs, inFlight: one.inFlight + more.inFlight }
      return !shouldShed(one, what) || shouldShed(heavier, what)
    }))
  })

  test('is never something before what matters less', () => {
    fc.assert(fc.property(load, (one) => {
      const shed = kindsByImportance.map((what) => shouldShed(one, what))
      return shed.every((is, index) => !is || shed.slice(0, index).every(Boolean))
    }))
  })

  test('differs from kind to kind: between two limits one is served and the other is not', () => {
    for (const [index, what] of kindsByImportance.slice(1).entries()) {
      const before = kindsByImportance[index] ?? 'export'
      const between = limits[before]
      expect([shouldShed(between, before), shouldShed(between, what)]).toEqual([true, false])
    }
  })
})
