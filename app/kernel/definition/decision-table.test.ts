import { describe, expect, it } from 'vitest'
import { type Scalar, type ValueTypes } from '#app/kernel/condition/value-type.ts'
import { readTable, tableValue } from './decision-table.ts'
import { tablesSchema, type TableSource } from './decision-table-schema.ts'
import { shape } from './shape.ts'

const TYPES: ValueTypes = {
  size: { kind: 'number' },
  works: { kind: 'boolean' },
  kitchen: { kind: 'text', oneOf: ['none', 'cold', 'hot'] },
  born: { kind: 'date' },
  note: { kind: 'text' },
}
const NUMBER = { kind: 'number' } as const

type Row = TableSource['rows'][number]
const read = (rows: Row[], reads = Object.keys(TYPES)) => readTable({ reads, rows }, ['tables', 't'], TYPES, NUMBER)
const whenOf = (cells: Record<string, Scalar>) => read([{ ...cells, gives: 1 }]).rows[0]?.when
const problemOf = (cells: Record<string, Scalar>) => read([{ ...cells, gives: 1 }]).problems[0]

describe('a row', () => {
  it.each<[Record<string, Scalar>, string]>([
    [{}, 'true'],
    [{ size: '-', works: ' - ' }, 'true'],
    [{ size: 1, works: true }, 'size = 1 and works = true'],
    [{ size: '1', works: 'false' }, 'size = 1 and works = false'],
    [{ size: -0.5 }, 'size = -0.5'],
    [{ size: '[1..5]' }, 'size in [1..5]'],
    [{ size: '(1..5)' }, 'size in (1..5)'],
    [{ size: ' > 5 ' }, 'size > 5'],
    [{ size: '!=5' }, 'size != 5'],
    [{ size: '1, [3..5), > 9' }, 'size in (1, [3..5)) or size > 9'],
    [{ kitchen: '"none", "cold"' }, 'kitchen in ("none", "cold")'],
    [{ kitchen: 'not("none")' }, 'not(kitchen = "none")'],
    [{ kitchen: 'not( "none" , "cold" )' }, 'not(kitchen in ("none", "cold"))'],
    [{ kitchen: 'null' }, 'kitchen = null'],
    [{ kitchen: '"none", null' }, 'kitchen in ("none", null)'],
    [{ born: '>= date("2000-01-01")' }, 'born >= date("2000-01-01")'],
    [{ born: '[date("2000-01-01")..date("2001-01-01")]' }, 'born in [date("2000-01-01")..date("2001-01-01")]'],
    [{ note: '"a, \\"b) or (", "c"' }, 'note in ("a, \\"b) or (", "c")'],
    [{ size: '< 1, > 5', works: true }, '(size < 1 or size > 5) and works = true'],
  ])('%j is the condition %s', (cells, when) => {
    expect(problemOf(cells)).toBeUndefined()
    expect(whenOf(cells)).toBe(when)
  })

  it('reads its columns in the order of reads', () => {
    expect(read([{ works: true, size: 1, gives: 1 }], ['works', 'size']).rows[0]?.when).toBe('works = true and size = 1')
  })
})

describe('a wrong cell', () => {
  it.each<[Record<string, Scalar>, string, number]>([
    [{ kitchen: 'hot' }, '"hot" is read as a name', 0],
    [{ kitchen: '"cold", hot' }, '"hot" is read as a name', 8],
    [{ note: 'hot chocolate' }, '"hot chocolate" is read as a name', 0],
    [{ kitchen: '"none", "warm"' }, '"kitchen" is never "warm"', 8],
    [{ kitchen: 'not("none", "warm")' }, 'is never "warm"', 12],
    [{ size: '> works' }, '"works" is read as a name', 0],
    [{ size: 'size' }, '"size" is read as a name', 0],
    [{ size: '"1"' }, `can't be used between a number and text`, 0],
    [{ kitchen: '> "a"' }, `can't be used between text and text`, 0],
    [{ size: '> null' }, 'null can only be compared', 0],
    [{ size: '> 5 or true' }, 'more than one test', 0],
    [{ size: '5) or (true' }, 'more than one test', 0],
    [{ size: '1) or not(size in (1' }, "can't be read", 20],
    [{ size: '5 //' }, `can't be read`, 4],
    [{ size: '1, , 2' }, 'a value is missing here', 3],
    [{ size: '' }, 'a value is missing here', 0],
    [{ size: 'not()' }, 'a value is missing here', 4],
    [{ size: '1, -' }, `can't be read`, 4],
    [{ size: '[1..' }, `can't be read`, 4],
    [{ size: '2 > 1' }, 'between a number and a yes/no value', 0],
    [{ born: '"2000-01-01"' }, 'write the date as date("YYYY-MM-DD")', 0],
    [{ born: 'date("2000-02-30")' }, 'is not a date', 0],
    [{ size: null }, 'nothing stands here', 0],
    [{ size: NaN }, 'not a number', 0],
    [{ size: 1e300 }, 'not a number', 0],
  ])('%j is refused at its place', (cells, message, offset) => {
    const [column = ''] = Object.keys(cells)
    expect(problemOf(cells)).toMatchObject({ code: 'condition', path: ['tables', 't', 'rows', 0, column], message: expect.stringContaining(message) })
    expect(problemOf(cells)?.offset).toBe(offset)
    expect(read([{ ...cells, gives: 1 }]).rows).toEqual([])
  })
})

describe('a wrong table', () => {
  it('reads what nobody declared, or reads it twice', () => {
    expect(read([{ gives: 1 }], ['sise', 'works', 'works', 'gives']).problems).toMatchObject([
      { code: 'unknown_name', path: ['tables', 't', 'reads', 0], message: 'there is no value "sise" in this service; did you mean "size"?' },
      { code: 'duplicate_name', path: ['tables', 't', 'reads', 2] },
      { code: 'shape', path: ['tables', 't', 'reads', 3] },
    ])
    expect(read([{ sise: '1', gives: 1 }], ['sise']).problems).toHaveLength(1)
  })

  it('has a column that it does not read', () => {
    expect(read([{ sizes: 1, gives: 1 }], ['size', 'works']).problems).toEqual([
      { code: 'unknown_key', path: ['tables', 't', 'rows', 0, 'sizes'], atKey: true, message: '"sizes" is not a column: name it under reads; did you mean "size"?' },
    ])
  })

  it.each([
    [NUMBER, '5', 'must be a number, not "5"'],
    [{ kind: 'boolean' }, 1, 'must be true or false'],
    [{ kind: 'date' }, '2026-02-30', 'must be a date'],
    [{ kind: 'text', oneOf: ['low', 'high'] }, 'middle', 'must be one of low, high, not "middle"'],
    [{ kind: 'text' }, true, 'must be a text'],
  ] as const)('gives what is not of the type %j', (type, gives, message) => {
    const { problems } = readTable({ reads: ['size'], rows: [{ gives }] }, [], TYPES, type)
    expect(problems).toMatchObject([{ code: 'wrong_type', path: ['rows', 0, 'gives'], message: expect.stringContaining(message) }])
  })

  it('has a row too long for one condition', () => {
    const many = Array.from({ length: 180 }, (_, index) => index + 100).join(', ')
    expect(read([{ size: many, note: `not("${'a'.repeat(300)}")`, gives: 1 }]).problems).toMatchObject([{ code: 'condition', path: ['tables', 't', 'rows', 0] }])
  })
})

describe('the file', () => {
  const row = (cells: object) => ({ tables: { t: { reads: ['size'], rows: [{ gives: 1, ...cells }] } } })
  const codes = (raw: unknown) => shape(tablesSchema, raw, []).problems.map(({ code, path }) => [code, path.join('.')])

  it('is read as it stands', () => {
    expect(shape(tablesSchema, row({ size: '1', works: null }), []).value).toEqual(row({ size: '1', works: null }))
  })

  it.each<[string, unknown, [string, string][]]>([
    ['another key', { tables: {}, table: 1 }, [['unknown_key', 'table']]],
    ['another key in a table', { tables: { t: { reads: ['a'], rows: [{ gives: 1 }], hit: 'first' } } }, [['unknown_key', 'tables.t.hit']]],
    ['no rows', { tables: { t: { reads: ['a'], rows: [] } } }, [['shape', 'tables.t.rows']]],
    ['nothing given', { tables: { t: { reads: ['a'], rows: [{}] } } }, [['shape', 'tables.t.rows.0.gives']]],
    ['a list in a cell', row({ size: [1] }), [['shape', 'tables.t.rows.0.size']]],
    ['a very long cell', row({ size: '1'.repeat(10_000) }), [['shape', 'tables.t.rows.0.size']]],
    ['a column __proto__', row(JSON.parse('{"__proto__": "1"}')), [['unknown_key', 'tables.t.rows.0.__proto__']]],
    ['a table __proto__', JSON.parse('{"tables": {"__proto__": {"reads": ["a"], "rows": [{"gives": 1}]}}}'), [['unknown_key', 'tables.__proto__']]],
    ['a row that is a text', { tables: { t: { reads: ['a'], rows: ['x'] } } }, [['shape', 'tables.t.rows.0']]],
  ])('%s is refused', (_name, raw, expected) => {
    expect(codes(raw)).toEqual(expected)
  })
})

describe('the value of a table', () => {
  const { rows } = read([{ size: '1', works: true, gives: 10 }, { size: '[2..4]', gives: 20 }, { size: '> 4', gives: 30 }, { size: 'null', gives: 0 }])
  it.each<[Record<string, Scalar>, Scalar]>([
    [{ size: 1, works: true }, 10],
    [{ size: 1, works: false }, null],
    [{ size: 3 }, 20],
    [{ size: 5, works: null }, 30],
    [{ works: true }, 0],
    [{ size: 0 }, null],
  ])('%j gives %s', (values, gives) => {
    expect(tableValue(rows, TYPES, values)).toBe(gives)
    expect(tableValue(rows, TYPES, values)).toBe(gives)
  })

  it('a table without rows gives nothing', () => {
    expect(tableValue([], TYPES, {})).toBeNull()
  })
})
