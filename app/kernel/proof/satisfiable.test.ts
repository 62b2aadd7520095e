import { describe, expect, it } from 'vitest'
import { choice, condition, decimal, goals, integer } from './conditions.fixture.ts'
import { satisfiable } from './satisfiable.ts'

const DOMAINS = { seats: integer(1, 500), kitchen: choice(['none', 'hot']), gas: choice(['none', 'piped'], { unless: condition('kitchen = "hot"') }), share: decimal(null, null) }
const can = (source: string, ...given: string[]) => satisfiable(condition(source), DOMAINS, goals(...given))

describe('satisfiable', () => {
  it('finds values for a condition that can hold, of the names it reads', () => {
    expect(can('seats > 50 and kitchen = "hot"')).toEqual({ witness: { seats: 51, kitchen: 'hot' }, exact: true })
    expect(can('gas = "piped"')).toEqual({ witness: { gas: 'piped' }, exact: true })
    expect(can('share > 0.1 and share < 0.2').witness).toEqual({ share: 0.15 })
    expect(can('true')).toEqual({ witness: {}, exact: true })
  })

  it('proves that one never can', () => {
    expect(can('seats > 500')).toEqual({ witness: null, exact: true })
    expect(can('kitchen = "none" and gas = "none"')).toEqual({ witness: null, exact: true })
    expect(can('seats > 10', 'seats < 5')).toEqual({ witness: null, exact: true })
    expect(can('kitchen = "hot"', 'gas = null')).toEqual({ witness: null, exact: true })
    expect(can('false')).toEqual({ witness: null, exact: true })
  })

  it('nothing can hold where what is given contradicts itself', () => {
    expect(can('seats > 10', 'kitchen = "hot"', 'kitchen = "none"')).toEqual({ witness: null, exact: true })
  })

  it('says where it proves nothing', () => {
    expect(can('seats * seats = 50')).toEqual({ witness: null, exact: false })
    expect(can('constructor = 1')).toEqual({ witness: null, exact: false })
  })
})
