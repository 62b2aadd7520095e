import { expect, it } from 'vitest'

import { boardAddress, readPeriod } from './board-period.ts'

const read = (query: string) => readPeriod(new URLSearchParams(query), '2026-11-22')

it('is the last three months when nothing is said', () => {
  expect(read('')).toMatchObject({ ok: true, period: { from: '2026-08-23', to: '2026-11-22' } })
})

it.each(['from=2026-3-1&to=2026/03/31', 'from=2026年3月1日&to=٢٠٢٦-٠٣-٣١', 'from=２０２６-０３-０１&to=2026.3.31'])('understands %s', (query) => {
  expect(read(query)).toMatchObject({ ok: true, period: { from: '2026-03-01', to: '2026-03-31' } })
})

it('says what is wrong and where, and keeps what was typed', () => {
  expect(read('from=yesterday&to=2026-03-31')).toEqual({ ok: false, problem: 'not_a_date', field: 'from', typed: { from: 'yesterday', to: '2026-03-31' } })
  expect(read('from=2026-03-01&to=2026-02-30')).toMatchObject({ problem: 'not_a_date', field: 'to' })
  expect(read('from=2026-03-31&to=2026-03-01')).toMatchObject({ problem: 'reversed', field: 'to' })
  expect(read('from=2016-03-31&to=2026-03-01')).toMatchObject({ problem: 'too_long' })
  expect(read('from=&to=')).toMatchObject({ problem: 'not_a_date', field: 'from', typed: { from: '', to: '' } })
})

it('makes addresses without what is not said', () => {
  expect(boardAddress('/board', { from: '2026-03-01', to: '2026-03-31' }, { service: null, what: 'figures' })).toBe('/board?from=2026-03-01&to=2026-03-31&what=figures')
})
