import { type Hostile, serviceWith, taskOf, times } from './hostile.ts'

const bits = (count: number): string[] => times(count, (i) => `b${i}: { ask: yes_no, concept: gas }`)
const sizes = (count: number): string[] => times(count, (i) => `n${i}: { ask: integer, concept: stall_size, range: [-9007199254740991, 9007199254740991] }`)
const choose = (whens: readonly string[], from = 0): string => `{ choose: [${whens.map((when, i) => ` { when: '${when}', do: [${taskOf(`c${from}_${i}`)}] }`).join(',')} ] }`
const nested = (levels: number, depth = 0, name = 'n'): string => (depth === levels ? taskOf(name) : `{ parallel: [ ${nested(levels, depth + 1, `${name}l`)}, ${taskOf(`${name}r`, `, when: 'n0 > ${depth} and b${depth % 3} = true'`)} ] }`)
const full = (levels: number, name = 'n'): string => (levels === 0 ? taskOf(name) : `{ parallel: [ ${full(levels - 1, `${name}l`)}, ${full(levels - 1, `${name}r`)} ] }`)
const returns = (max: number, inner: string): string => `{ stage: s, returns: { to: applicant, merge: true, max: ${max}, within: 9wd, clock: running, else: lapsed }, do: [${inner}] }`
const asking = (name: string, when = ''): string => `{ task: ${name}, by: council.clerk, within: 2d, outcomes: [ok, return], reasons: { return: [x] }${when} }`
const table = (columns: number, rows: number, cell: (row: number, column: number) => string): string =>
  `tables:\n  t:\n    reads: [${times(columns, (i) => `n${i}`).join(', ')}]\n    rows:\n${times(rows, (row) => `    - { ${times(columns, (column) => `n${column}: '${cell(row, column)}', `).join('')}gives: ${row} }\n`).join('')}`
const fee = 'yearly_fee: { table: t }'

/** Definitions of sound form that are laborious to prove. */
export const proofs: readonly Hostile[] = [
  ...[2, 5, 8, 12, 16, 20].flatMap((levels) => [
    { name: `${levels} parallels in each other`, definition: serviceWith({ data: [...sizes(1), ...bits(3)], flow: [nested(levels)] }) },
    { name: `a tree of parallels ${levels} deep`, definition: serviceWith({ flow: [full(Math.min(levels, 10))] }) },
    { name: `${levels} parallels in each other under returns`, definition: serviceWith({ data: [...sizes(1), ...bits(3)], flow: [returns(5, nested(levels))] }) },
  ]),
  ...[2, 10, 14, 30, 60, 200].flatMap((count) => [
    { name: `${count} branches that all may return five times`, definition: serviceWith({ data: bits(count), flow: [returns(5, `{ parallel: [${times(count, (i) => ` [ ${asking(`a${i}`, `, when: 'b${i} = true'`)}, ${asking(`z${i}`)} ]`).join(',')} ] }`)] }) },
    { name: `${count} tasks that all may return`, definition: serviceWith({ data: bits(count), flow: [returns(5, times(count, (i) => asking(`a${i}`, `, when: 'b${i} = true'`)).join(', '))] }) },
    { name: `${count} conditions in a chain`, definition: serviceWith({ data: bits(count), flow: [...times(count, (i) => taskOf(`a${i}`, `, when: 'b${i} = true'`)), ...times(count, (i) => taskOf(`z${i}`, `, when: 'b${i} = false'`))] }) },
    { name: `${count} questions that hang on each other`, definition: serviceWith({ data: times(count, (i) => `b${i}: { ask: yes_no, concept: gas${i === 0 ? '' : `, when: 'b${i - 1} = true'`} }`), flow: [taskOf('a', `, when: 'b${count - 1} = true'`)] }) },
    { name: `${count} choices of one name`, definition: serviceWith({ data: sizes(1), flow: times(count, (i) => choose([`n0 < ${i}`, `n0 >= ${i}`], i)) }) },
    { name: `${count} branches of one choice`, definition: serviceWith({ data: sizes(1), flow: [choose(times(count, (i) => `n0 in [${i * 10}..${i * 10 + 9}]`))] }) },
    { name: `${count} branches that all overlap`, definition: serviceWith({ data: sizes(1), flow: [choose(times(count, (i) => `n0 > ${i}`))] }) },
    { name: `${count} names in one choice`, definition: serviceWith({ data: bits(count), flow: [choose([times(count, (i) => `b${i}`).join(' or ').slice(0, 990).replace(/ or b?\d*$| o?r? ?$/, ''), times(count, (i) => `not(b${i})`).join(' and ').slice(0, 990).replace(/ and [^)]*$|\s\w+\s*$/, '')])] }) },
    { name: `${count} numbers compared with each other`, definition: serviceWith({ data: sizes(count), flow: [choose([times(Math.min(40, count) - 1, (i) => `n${i} < n${i + 1}`).join(' and ') || 'n0 < 1', 'n0 >= n1'])] }) },
    { name: `${count} numbers calculated with`, definition: serviceWith({ data: sizes(count), flow: [choose([`${times(Math.min(40, count), (i) => `n${i}`).join(' * ')} > 0`, `${times(Math.min(40, count), (i) => `n${i}`).join(' * ')} <= 0`])] }) },
    { name: `${count} stages with returns`, definition: serviceWith({ flow: times(count, (i) => returns(5, asking(`a${i}`)).replace('stage: s', `stage: s${i}`)) }) },
    { name: `${count} parts`, definition: serviceWith({ flow: times(count, (i) => `{ sub: s${i}, service: register-trader, version: 1 }`) }) },
    { name: `${count} promises`, definition: serviceWith({ data: [...bits(count), ...times(count, (i) => `f${i}: { ask: file, concept: layout, promisable: a }`)], flow: [...times(Math.min(count, 40), (i) => choose([`b${i}`, `not(b${i})`], i)), taskOf('a')] }) },
    { name: `${count} rows`, definition: serviceWith({ data: [...sizes(10), fee] }), tables: table(10, count, (row, column) => (row % 10 === column ? `> ${row}` : `[${row}..${row + column}]`)) },
    { name: `${count} rows of ten columns, each any or one`, definition: serviceWith({ data: [...sizes(10), fee] }), tables: table(10, count, (row, column) => ((row >> column) % 2 === 0 ? '> 5' : '<= 5')) },
    { name: `${count} rows that all overlap`, definition: serviceWith({ data: [...sizes(10), fee] }), tables: table(10, count, (row) => `> ${row}`) },
    { name: `${count} tests in a cell`, definition: serviceWith({ data: [...sizes(2), fee] }), tables: table(2, 3, (row) => times(count, (i) => `[${i * 9 + row * 3}..${i * 9 + row * 3 + 2}]`).join(', ')) },
  ]),
  ...[1, 20, 50].flatMap((items) => [
    { name: `an each of ${items} under conditions`, definition: serviceWith({ data: [`k: { ask: integer, concept: helpers, range: [0, ${items}] }`, ...bits(20)], flow: [`{ each: e, of: k, do: [${times(40, (i) => taskOf(`a${i}`, `, counts: { trips: 100 }, when: 'b${i % 20} = true'`)).join(', ')}] }`] }) },
    { name: `${items} waits side by side`, definition: serviceWith({ flow: [`{ parallel: [${times(items + 1, (i) => ` [ ${taskOf(`a${i}`)}, { wait: w${i}, for: notice, within: 9999d }, ${taskOf(`z${i}`)} ]`).join(',')} ] }`] }) },
    { name: `${items} branches that wait for each other`, definition: serviceWith({ flow: [`{ parallel: [${times(items + 1, (i) => ` ${taskOf(`a${i}`, i === 0 ? '' : `, after: [${times(i, (k) => `a${k}`).join(', ')}]`)}`).join(',')} ] }`] }) },
  ]),
  ...[1, 20, 300].map((hours) => ({ name: `${hours} spans of years in hours`, definition: serviceWith({ flow: times(hours, (i) => `{ task: h${i}, by: council.clerk, within: 999${i % 10}h, outcomes: [done] }`) }) })),
  { name: 'a part that begins itself', definition: serviceWith({ head: 'service: own-stall', flow: ['{ sub: s, service: own-stall, version: 1 }'] }) },
]
