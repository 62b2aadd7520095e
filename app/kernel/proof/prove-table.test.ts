import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable } from '#app/kernel/definition/decision-table.ts'
import { tableSchema } from '#app/kernel/definition/decision-table-schema.ts'
import { choice, date, integer, yesNo, goals } from './conditions.fixture.ts'
import { typesOf, type Domains } from './domain.ts'
import { proveTable } from './prove-table.ts'

const DOMAINS: Domains = { household_size: integer(0, 12), works: yesNo(), kitchen: choice(['none', 'cold', 'hot'], 'maybe'), born: date() }

function prove(reads: string[], rows: unknown[], domains = DOMAINS) {
  const table = tableSchema.parse({ reads, rows: rows.map((row, index) => ({ gives: index, ...(row as object) })) })
  const { rows: read, problems } = readTable(table, ['tables', 't'], typesOf(domains), { kind: 'number' })
  expect(problems).toEqual([])
  const proof = proveTable(read, ['tables', 't'], domains)
  return { exact: proof.exact, problems: proof.problems.map(({ code, path, message }) => [code, path.slice(2).join('.'), message]) }
}

describe('a table', () => {
  it('of which exactly one row holds is sound', () => {
    const rows = [{ household_size: 0 }, { household_size: 1, works: true }, { household_size: '1', works: 'false' }, { household_size: '[2..4]' }, { household_size: '> 4', works: '-' }]
    expect(prove(['household_size', 'works'], rows)).toEqual({ problems: [], exact: true })
    expect(prove(['kitchen'], [{ kitchen: '"none", "cold"' }, { kitchen: 'not("none", "cold")' }, { kitchen: 'null' }]).problems).toEqual([])
    expect(prove(['born'], [{ born: '< date("1960-01-01")' }, { born: '>= date("1960-01-01")' }]).problems).toEqual([])
    expect(prove(['works'], [{}]).problems).toEqual([])
  })

  it('with a gap says what to add', () => {
    expect(prove(['household_size', 'works'], [{ household_size: '1', works: 'true' }, { household_size: '1', works: 'false' }, { household_size: '[2..4]' }, { household_size: '> 4' }]).problems).toEqual([
      ['gap', 'rows', 'no row holds for household_size = 0: add a row for it'],
    ])
    expect(prove(['kitchen'], [{ kitchen: '"none"' }, { kitchen: 'not("none")' }]).problems).toEqual([['gap', 'rows', 'no row holds for kitchen is not given: add a row for it']])
  })

  it('whose rows hold together says which, each row once', () => {
    expect(prove(['household_size'], [{ household_size: '<= 4' }, { household_size: '>= 4' }]).problems).toEqual([
      ['overlap', 'rows.1', 'rows 1 and 2 both hold for household_size = 4: change one, so that only one row holds'],
    ])
    expect(prove(['works'], [{}, {}, {}]).problems.map(([code, path]) => [code, path])).toEqual([['overlap', 'rows.1'], ['overlap', 'rows.2']])
  })

  it('with a row that never holds says so', () => {
    expect(prove(['household_size'], [{}, { household_size: '[5..1]' }, { household_size: '> 12' }]).problems).toEqual([
      ['dead_step', 'rows.1', 'row 2 can never hold: change it or take it out'],
      ['dead_step', 'rows.2', 'row 3 can never hold: change it or take it out'],
    ])
  })

  it('is proved under what is given', () => {
    const { rows } = readTable({ reads: ['works'], rows: [{ works: true, gives: 1 }] }, [], typesOf(DOMAINS), { kind: 'number' })
    expect(proveTable(rows, [], DOMAINS, goals('works'))).toEqual({ problems: [], exact: true })
  })

  it('made by cutting up all values is always sound, and with a row less it has a gap', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 5 }).map((found) => found.sort((a, b) => a - b))
    fc.assert(
      fc.property(cuts, fc.nat(), (ends, pick) => {
        const ranges = [`< ${ends[0]}`, ...ends.map((low, index) => (index + 1 < ends.length ? `[${low}..${ends[index + 1]})` : `>= ${low}`))]
        const rows = ranges.flatMap((household_size) => [{ household_size, works: true }, { household_size, works: false }])
        const fewer = rows.toSpliced(pick % rows.length, 1)
        return prove(['household_size', 'works'], rows).problems.length === 0 && prove(['household_size', 'works'], fewer).problems[0]?.[0] === 'gap'
      }),
    )
  })

  it('of 200 rows is proved within a second', () => {
    const domains: Domains = { size: integer(0, 199), works: yesNo(), kitchen: choice(['none', 'cold', 'hot']) }
    const rows = Array.from({ length: 200 }, (_, size) => ({ size, works: '-', kitchen: '"none", "cold", "hot"' }))
    const before = performance.now()
    expect(prove(['size', 'works', 'kitchen'], rows, domains)).toEqual({ problems: [], exact: true })
    expect(performance.now() - before).toBeLessThan(1500)
  })
})
