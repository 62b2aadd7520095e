import { expect, it } from 'vitest'

import { plainCalendar } from '#tests/factories/definition.ts'

import { ageing } from './ageing.ts'

const countsOn = (today: string, ...days: string[]) => ageing(days.map((submittedDay) => ({ submittedDay, count: 1 })), today, plainCalendar).map(({ count }) => count)

it('counts working days since the day of submission, which is not counted itself', () => {
  // Monday 2 March; five working days later is Monday 9 March.
  expect(countsOn('2026-03-09', '2026-03-09', '2026-03-02')).toEqual([2, 0, 0, 0])
  expect(countsOn('2026-03-10', '2026-03-02')).toEqual([0, 1, 0, 0])
  expect(countsOn('2026-03-16', '2026-03-02')).toEqual([0, 1, 0, 0])
  expect(countsOn('2026-03-17', '2026-03-02')).toEqual([0, 0, 1, 0])
  expect(countsOn('2026-03-30', '2026-03-02')).toEqual([0, 0, 1, 0])
  expect(countsOn('2026-03-31', '2026-03-02')).toEqual([0, 0, 0, 1])
})

it('counts what is older than the calendar as old', () => expect(countsOn('2026-03-09', '2025-12-01')).toEqual([0, 0, 0, 1]))
