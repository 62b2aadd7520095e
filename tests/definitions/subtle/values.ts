import { FEES, STALL, TRADER, told } from '#tests/definitions/broken/broken.ts'

import { subtle, type Subtle, twin } from './subtle.ts'

/** Values for which no way or two are open, by one value only. */
export const values: readonly Subtle[] = [
  subtle(
    'a gap of one value',
    [[TRADER, 'data:\n', 'data:\n  stall_size: { ask: integer, range: [1, 60] }\n'],
     [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and stall_size < 30\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and stall_size > 30\n    do:\n']],
    [told('gap', '▸choose:', 'no branch holds for registration = "refuse", stall_size = 30: add a branch for it, or end with else:', TRADER)],
    twin('no gap', [TRADER, 'data:\n', 'data:\n  stall_size: { ask: integer, range: [1, 60] }\n'], [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and stall_size < 30\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and stall_size >= 30\n    do:\n']),
  ),
  subtle(
    'an overlap at one boundary value',
    [[TRADER, 'data:\n', 'data:\n  stall_size: { ask: integer, range: [1, 60] }\n'],
     [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and stall_size <= 30\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and stall_size >= 30\n    do:\n']],
    [told('overlap', ']\n  - when: ▸registration = "refuse" ', 'branches 2 and 3 both hold for registration = "refuse", stall_size = 30: change one of them, so that only one way is open', TRADER)],
    twin('touching', [TRADER, 'data:\n', 'data:\n  stall_size: { ask: integer, range: [1, 60] }\n'], [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and stall_size in [1..30)\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and stall_size in [30..60]\n    do:\n']),
  ),
  subtle(
    'a gap only where a value is absent',
    [[TRADER, 'data:\n', 'data:\n  gas: { ask: yes_no, when: \'trade = "hot_food"\' }\n'],
     [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and gas = true\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and gas = false\n    do:\n']],
    [told('gap', '▸choose:', 'no branch holds for registration = "refuse", gas is not given: add a branch for it, or end with else:', TRADER)],
    twin('absence is covered', [TRADER, 'data:\n', 'data:\n  gas: { ask: yes_no, when: \'trade = "hot_food"\' }\n'], [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and gas = true\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and (gas = false or gas = null)\n    do:\n']),
  ),
  subtle(
    'a gap only in the middle of two values compared with each other',
    [[TRADER, 'data:\n', 'data:\n  stall_size: { ask: integer, range: [1, 60] }\n'],
     [TRADER, 'data:\n', 'data:\n  area: { ask: integer, range: [1, 60], waiver: none }\n'],
     [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and stall_size < area\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and stall_size > area\n    do:\n']],
    [told('gap', '▸choose:', 'no branch holds for registration = "refuse", stall_size = 1, area = 1: add a branch for it, or end with else:', TRADER)],
    twin('equal is covered', [TRADER, 'data:\n', 'data:\n  stall_size: { ask: integer, range: [1, 60] }\n'], [TRADER, 'data:\n', 'data:\n  area: { ask: integer, range: [1, 60], waiver: none }\n'], [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and stall_size < area\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and stall_size >= area\n    do:\n']),
  ),
  subtle(
    'a date that falls on neither side',
    [[TRADER, 'data:\n', 'data:\n  start_date: { ask: date }\n'],
     [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and start_date < date("2026-07-01")\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and start_date > date("2026-07-01")\n    do:\n']],
    [told('gap', '▸choose:', 'no branch holds for registration = "refuse", start_date = 2026-07-01: add a branch for it, or end with else:', TRADER)],
    twin('the day itself is covered', [TRADER, 'data:\n', 'data:\n  start_date: { ask: date }\n'], [TRADER, '  - else:\n    do:\n', '  - when: registration = "refuse" and start_date < date("2026-07-01")\n    do: [ { end: refused } ]\n  - when: registration = "refuse" and start_date >= date("2026-07-01")\n    do:\n']),
  ),
  subtle(
    'a table with a gap at one value',
    [[FEES, "'<= 30',    goods: 'not", "'< 30',     goods: 'not"]],
    [told('gap', "▸- { stall_size: '<= 10',", 'no row holds for stall_size = 30, goods = "cold_food": add a row for it', FEES)],
    twin('the table as it is, written otherwise', [FEES, "'<= 30',    goods: 'not", "'[1..30]',  goods: 'not"]),
  ),
  subtle(
    'rows of a table for values that the question excludes',
    [[STALL, 'range: [1, 60]', 'range: [1, 30]']],
    [told('dead_step', "20000 }\n    - ▸{ stall_size: '> 30',   ", 'row 3 can never hold: change it or take it out', FEES),
     told('dead_step', "50000 }\n    - ▸{ stall_size: '> 30',   ", 'row 5 can never hold: change it or take it out', FEES)],
    twin('a row for the last value alone', [STALL, 'range: [1, 60]', 'range: [1, 31]']),
  ),
]
