import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ValueTypes } from '#app/kernel/condition/value-type.ts'
import { readTable, tableValue } from './decision-table.ts'
import { type TableSource } from './decision-table-schema.ts'

const TYPES: ValueTypes = { size: { kind: 'number' }, works: { kind: 'boolean' }, note: { kind: 'text' } }

type Row = TableSource['rows'][number]
const read = (rows: Row[], reads = Object.keys(TYPES)) => readTable({ reads, rows }, ['tables', 't'], TYPES, { kind: 'number' })

describe('hostile cells', () => {
  const cells = {
    constructor: 'constructor',
    proto: '__proto__',
    'a call': 'constructor.constructor("return process")()',
    '10,000 characters': '1'.repeat(10_000),
    '10,000 commas': ','.repeat(10_000),
    '1000 commas': ','.repeat(1000),
    '1000 quotes': '"'.repeat(999),
    'deep brackets': '('.repeat(400) + '1' + ')'.repeat(400),
    'deep not': 'not('.repeat(200) + '1' + ')'.repeat(200),
    'open brackets': '['.repeat(1000),
    'many values': Array.from({ length: 330 }, () => 'x').join(', '),
    'right to left': '"a\u202eb"',
    'a mark': '\u200f1',
    'a lone half': '\ud800',
    nothing: '\u0000',
    'a comment': '1 /* ',
  }
  it.each(Object.entries(cells))('%s: refused with a problem, within 100 ms', (_name, cell) => {
    read([{ size: cell, gives: 1 }])
    const before = performance.now()
    expect(read([{ size: cell, gives: 1 }]).problems[0]?.message).toEqual(expect.any(String))
    expect(performance.now() - before).toBeLessThan(100)
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is no column', (key) => {
    const source = Object.defineProperty({ gives: 1 } as Row, key, { value: '1', enumerable: true })
    expect(read([source]).problems).toMatchObject([{ code: 'unknown_key' }])
    expect(read([{ gives: 1 }], [key]).problems).toMatchObject([{ code: 'unknown_name' }])
  })

  it('any words at all are answered, and what is accepted is one test on its column', () => {
    const words = fc.constantFrom('1', '"a"', 'null', 'true', 'size', '(', ')', '[', ']', '..', ',', '<', '>=', '=', 'not(', 'or', 'and', 'in', 'between', '-', '+', 'date("2026-01-01")', '//', '\\', '"', '?', ' ')
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(words, { maxLength: 12 }).map((found) => found.join(' '))), (cell) => {
        const { rows, problems } = read([{ size: cell, gives: 1 }], ['size'])
        // What holds must depend on the column alone: an accepted cell that is not "any" is unknown or not true of null, unless it names null.
        const tautology = rows[0] && cell.trim() !== '-' && !cell.includes('null') && tableValue(rows, TYPES, { size: null }) !== null
        return (rows.length === 1) === (problems.length === 0) && !tautology
      }),
      { numRuns: 5000 },
    )
  })
})
