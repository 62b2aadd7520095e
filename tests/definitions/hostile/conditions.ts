import { type Hostile, serviceWith, taskOf, times } from './hostile.ts'

const DEEP = [29, 31, 100, 400, 10_000]

const SOURCES: readonly string[] = [
  ...DEEP.flatMap((depth) => [`${'('.repeat(depth)}c${')'.repeat(depth)}`, `${'not('.repeat(depth)}c${')'.repeat(depth)}`, `${'-'.repeat(depth)}a = 1`, `a = ${'('.repeat(depth)}1`, `${'['.repeat(depth)}`, `${'{a:'.repeat(depth)}`, `a in ${'('.repeat(depth)}1${')'.repeat(depth)}`, `${'if a then '.repeat(depth)}`, `${'a.'.repeat(depth)}a`, `${'a['.repeat(depth)}1${']'.repeat(depth)}`]),
  ...[50, 110, 500, 5000].flatMap((count) => [times(count, (i) => `x${i}`).join(' or '), times(count, (i) => `x${i} = 1`).join(' and '), `a in (${times(count, (i) => i).join(', ')})`, `a in (${times(count, (i) => `[${i}..${i + 1}]`).join(', ')})`, `b in (${times(count, (i) => `"t${i}"`).join(', ')})`, times(count, () => 'a').join(' * '), times(count, () => 'c and c or c').join(' or ')]),
  '9'.repeat(400), `a = ${'9'.repeat(35)}`, 'a = 1e999', 'a = 0/0', 'a = 1/0 and a / 0 = a', 'a = 0.1 + 0.2', `a = 0.${'0'.repeat(400)}1`, `a * ${'9'.repeat(34)} * ${'9'.repeat(34)} > 1`,
  'b = "\\u202e"', 'b = "a\u202eb"', 'b\u200b = "x"', '\u0000', '\ufeffa = 1', 'a = 1 // comment', 'a = 1 /* open', '"', "'", '\\', '`', '#', '@', 'a = "x', 'c = c = c', 'a < 1 < 2', 'a between 1', 'a in', 'in in in', 'and', 'or or', 'not', 'null = null', 'null', '', ' ', '\n'.repeat(999),
  'constructor.constructor("return process")()', 'require("fs")', '__proto__.x = 1', 'process.exit()', 'for x in [1..1000000000] return x', 'some x in [1..1000000000] satisfies x = 1', 'every x in [1..9] satisfies true', 'count([1..1000000000]) > 1', 'repeat("a", 999999999)', 'function(x) x', '{a: {a: 1}}.a', 'a instance of number', '2 ** 2 ** 2 ** 9 = a', 'd + duration("P9999999Y") > d', 'date("2026-01-01") in [date("0000-01-01")..date("9999-12-31")]', 'matches(b, "(a+)+$")',
]

/** Conditions alone, and each as the condition of a step. */
export const conditions: readonly Hostile[] = SOURCES.flatMap((condition, index) => [
  { name: `condition ${index}: ${condition.slice(0, 30)}`, condition },
  { name: `a step when ${index}: ${condition.slice(0, 30)}`, definition: serviceWith({ data: ['goods: { ask: choice, of: [crafts, hot_food] }', 'stall_size: { ask: integer }', 'gas: { ask: yes_no }'], flow: [taskOf('first', `, when: ${JSON.stringify(condition.replace(/\ba\b/g, 'stall_size').replace(/\bb\b/g, 'goods').replace(/\bc\b/g, 'gas'))}`)] }) },
])
