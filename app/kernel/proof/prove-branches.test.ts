import { describe, expect, it } from 'vitest'
import { choice, condition, conditions, date, goals, decimal, integer, text, yesNo } from './conditions.fixture.ts'
import { type Domains } from './domain.ts'
import { proveBranches } from './prove-branches.ts'

const SEATS: Domains = { seats: integer(1, 500) }
const KITCHEN: Domains = { kitchen: choice(['none', 'cold', 'hot']), gas: choice(['none', 'piped'], { unless: condition('kitchen = "hot"') }) }
const SOUND = { gap: null, overlaps: [], dead: [], exact: true }
const prove = (domains: Domains, ...sources: string[]) => proveBranches(conditions(...sources), domains)

describe('branches', () => {
  it('that cover everything once are sound', () => {
    expect(prove(SEATS, 'seats <= 50', 'seats > 50')).toEqual(SOUND)
    expect(prove(SEATS, 'seats in [1..10)', 'seats between 10 and 20', 'not(seats <= 20)')).toEqual(SOUND)
  })

  it('a gap of one value is found', () => {
    expect(prove(SEATS, 'seats <= 50', 'seats > 51')).toEqual({ ...SOUND, gap: { seats: 51 } })
    expect(prove({ share: decimal(0, 1) }, 'share < 0.1', 'share > 0.1').gap).toEqual({ share: 0.1 })
    expect(prove({ today: date() }, 'today < date("2026-02-28")', 'today > date("2026-02-28")').gap).toEqual({ today: '2026-02-28' })
  })

  it('an overlap at one value is found', () => {
    expect(prove(SEATS, 'seats <= 50', 'seats >= 50').overlaps).toEqual([{ first: 0, second: 1, witness: { seats: 50 } }])
  })

  it('a branch that never holds is found, and no overlap is said of it', () => {
    expect(prove(SEATS, 'seats > 500', 'seats <= 500')).toEqual({ ...SOUND, dead: [0] })
    expect(prove(SEATS, 'seats > 5 and seats < 5', 'true')).toEqual({ ...SOUND, dead: [0] })
    expect(prove(SEATS)).toEqual({ ...SOUND, gap: {} })
  })

  it('an absent value is a gap until a branch takes it', () => {
    const domains: Domains = { seats: integer(1, 500, 'maybe') }
    expect(prove(domains, 'seats <= 50', 'seats > 50').gap).toEqual({ seats: null })
    expect(prove(domains, 'seats <= 50', 'seats > 50', 'seats = null')).toEqual(SOUND)
  })

  it('a question asked under a condition is absent exactly when that does not hold', () => {
    expect(prove(KITCHEN, 'kitchen != "hot"', 'gas = "none"', 'gas != "none"')).toEqual(SOUND)
    expect(prove(KITCHEN, 'gas = "none"', 'gas != "none"').gap).toEqual({ gas: null })
    expect(prove(KITCHEN, 'kitchen = "hot" and gas != null').gap).toEqual({ kitchen: 'none' })
    expect(prove(KITCHEN, 'kitchen != "hot"', 'gas = null').overlaps).toHaveLength(1)
    expect(prove(KITCHEN, 'kitchen = "hot" and gas = null', 'true').dead).toEqual([0])
  })

  it('a question that may be left empty even where it is asked', () => {
    const domains: Domains = { kitchen: choice(['none', 'hot']), gas: choice(['none', 'piped'], 'maybe') }
    const given = goals('gas = null or kitchen = "hot"')
    expect(proveBranches(conditions('kitchen = "none" and gas != null', 'gas = null', 'gas != null'), domains, given)).toEqual({ ...SOUND, dead: [0] })
    expect(proveBranches(conditions('kitchen = "none"', 'gas != null'), domains, given).gap).toEqual({ kitchen: 'hot', gas: null })
  })

  it('conditions that wait for each other end', () => {
    const domains: Domains = { a: yesNo({ unless: condition('b = true') }), b: yesNo({ unless: condition('a = true') }) }
    expect(prove(domains, 'a = null and b = null').gap).toEqual({ a: true })
  })

  it('what is given is taken into account', () => {
    expect(proveBranches(conditions('seats <= 50', 'seats > 60'), SEATS, goals('seats < 50 or seats > 70'))).toEqual(SOUND)
    expect(proveBranches(conditions('seats <= 50'), { ...SEATS, works: yesNo() }, goals('works', 'not(works)')).gap).toBeNull()
  })

  it('names compared with each other are proved by their order', () => {
    const domains: Domains = { today: date(), opens: date('maybe') }
    expect(prove(domains, 'today >= opens', 'today < opens')).toEqual({ ...SOUND, gap: { opens: null } })
    expect(prove(domains, 'today > opens', 'today < opens', 'opens = null').gap).toEqual({ today: expect.any(String), opens: expect.any(String) })
    expect(prove({ a: text(), b: text() }, 'a = b', 'a != b')).toEqual(SOUND)
  })

  it('calculating leaves a proof open, but a witness is real', () => {
    const domains: Domains = { a: integer(0, 1000), b: integer(0, 1000) }
    expect(prove(domains, 'a + b <= 100', 'a + b > 100')).toEqual({ ...SOUND, exact: false })
    expect(prove(domains, 'a + b < 100', 'a + b > 100').gap).toEqual({ a: 0, b: 100 })
    expect(prove(domains, 'a * a = 961').dead).toEqual([])
    expect(prove(domains, 'a * 7 = 91 and b = 1').gap).toEqual({ a: 0 })
  })

  it('a witness names only what matters', () => {
    const domains: Domains = { ...SEATS, works: yesNo() }
    expect(prove(domains, 'seats = 1 and works', 'seats = 1 and not(works)', 'seats > 2').gap).toEqual({ seats: 2 })
    expect(prove(domains, 'works', 'works or seats > 4').overlaps[0]?.witness).toEqual({ works: true })
  })

  it('too many combinations are given up, not counted to the end', () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`)
    const domains = Object.fromEntries(names.map((name) => [name, integer(0, 9)]))
    const sum = names.join(' + ')
    const before = performance.now()
    expect(prove(domains, `${sum} > 1000`)).toMatchObject({ dead: [], exact: false })
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it('six names of five points each take about 50 ms', () => {
    const names = Array.from({ length: 6 }, (_, index) => `n${index}`)
    const domains = Object.fromEntries(names.map((name) => [name, choice(['a', 'b', 'c', 'd', 'e'])]))
    const branches = conditions(names.map((name) => `${name} = "a"`).join(' or '), names.map((name) => `${name} != "a"`).join(' and '), ...['b', 'c', 'd'].map((value) => names.map((name) => `${name} = "${value}"`).join(' and ')))
    proveBranches(branches, domains)
    const before = performance.now()
    expect(proveBranches(branches, domains).gap).toBeNull()
    expect(performance.now() - before).toBeLessThan(150)
  })
})
