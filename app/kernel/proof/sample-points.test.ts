import { describe, expect, it } from 'vitest'
import { choice, conditions, date, decimal, integer, text, yesNo } from './conditions.fixture.ts'
import { domainOf, type Domains } from './domain.ts'
import { samplePoints } from './sample-points.ts'

const points = (domains: Domains, ...sources: string[]) => Object.fromEntries(samplePoints(conditions(...sources), domains))

describe('sample points', () => {
  it('of an integer: constants, their neighbours and the limits, within the range', () => {
    expect(points({ seats: integer(1, 500) }, 'seats <= 50').seats).toEqual({ points: [1, 2, 49, 50, 51, 499, 500], exact: true })
    expect(points({ seats: integer(1, 500) }, 'seats > 900 or seats < -3').seats?.points).toEqual([1, 2, 499, 500])
    expect(points({ seats: integer(0, 3) }, 'seats = 1.5').seats?.points).toEqual([0, 1, 2, 3])
  })

  it('of money: whole fen from nothing up', () => {
    expect(points({ fee: domainOf({ type: 'money', max: 100 }, 'never') }, 'fee > 0').fee?.points).toEqual([0, 1, 99, 100])
  })

  it('of a decimal: constants, what lies between and beyond, exactly', () => {
    expect(points({ share: decimal(null, null) }, 'share > 0.1 and share < 0.2').share?.points).toEqual([-0.9, 0.1, 0.15, 0.2, 1.2])
    expect(points({ share: decimal(0, 1) }, 'share < 0.00000000000000000000001').share?.points).toEqual([0, 5e-24, 1e-23, '0.500000000000000000000005', 1])
  })

  it('of a date: the day, the day before and the day after', () => {
    expect(points({ today: date() }, 'today < date("2028-03-01")').today?.points).toEqual(expect.arrayContaining(['2028-02-29', '2028-03-01', '2028-03-02']))
    expect(points({ today: { ...date(), min: '2026-01-01', max: '2026-12-31' } }, 'today < date("2028-03-01")').today?.points).toEqual(['2026-01-01', '2026-01-02', '2026-12-30', '2026-12-31'])
  })

  it('of choices and yes/no: every value; of free text: the texts named and another', () => {
    const found = points({ kitchen: choice(['cold', 'hot'], 'maybe'), works: yesNo(), name: text() }, 'kitchen = "hot" and works', 'name in ("other", "x")')
    expect(found).toEqual({
      kitchen: { points: ['cold', 'hot', null], exact: true },
      works: { points: [true, false], exact: true },
      name: { points: ['other', 'x', 'other 2'], exact: true },
    })
  })

  it('of names compared with each other: enough for every order they can stand in', () => {
    const found = points({ a: integer(0, 100), b: integer(50, 200) }, 'a < b')
    expect(found.a).toEqual({ points: expect.arrayContaining([0, 49, 50, 51, 52, 98, 99, 100]), exact: true })
    expect(found.b?.points).toEqual(expect.arrayContaining([50, 51, 52, 99, 100, 101, 102, 200]))
  })

  it('of names that are calculated with: a spread that proves nothing, unless it is all there is', () => {
    const wide = points({ a: integer(0, 1000), b: integer(0, 1000) }, 'a + b > 100')
    expect(wide.a).toEqual({ points: expect.arrayContaining([0, 1, 99, 100, 101, 1000]), exact: false })
    expect(points({ a: integer(0, 3) }, 'a * 2 > 3').a).toEqual({ points: [0, 1, 2, 3], exact: true })
  })

  it('a constant may be written as a sum', () => {
    expect(points({ seats: integer(1, 500) }, 'seats > 5 * 10').seats).toEqual({ points: [1, 2, 49, 50, 51, 499, 500], exact: true })
  })

  it('huge constants break nothing', () => {
    const digits = '9'.repeat(34)
    expect(points({ seats: integer(1, 500) }, `seats < ${digits}`).seats?.points).toEqual([1, 2, 499, 500])
    expect(points({ share: decimal(null, null) }, `share < ${digits} or share > -${digits}`).share?.points.length).toBeGreaterThan(3)
    expect(points({ share: decimal(-1e300, 1e300) }, `share < ${digits}`).share?.points).toEqual(expect.arrayContaining([-1e300, digits, 1e300]))
    expect(points({ large: { ...integer(0, 0), max: 1e300 } }, 'large > 5').large?.points).toEqual(expect.arrayContaining([4, 5, 6, 1e300]))
  })

  it('an unknown name is absent, and nothing is proved', () => {
    expect(points({}, '__proto__ = 1')['__proto__']).toEqual({ points: [null], exact: false })
  })
})
