import { expect, test } from 'vitest'

import { at, plainCalendar } from '#tests/factories/definition.ts'

import { timeLeft } from './time-left.ts'

/** Due at the end of Thursday 5 March 2026, yellow from Wednesday on. */
const due = { yellowAt: at('2026-03-04', '00:00'), dueAt: at('2026-03-06', '00:00') }
const left = (date: string, time?: string) => timeLeft(plainCalendar, at(date, time), due)

test('counts the working days after today, up to the day it is due', () => {
  expect(left('2026-03-02')).toEqual({ light: 'green', days: 3 })
  expect(left('2026-03-04')).toEqual({ light: 'yellow', days: 1 })
  expect(left('2026-03-05', '23:59')).toEqual({ light: 'yellow', days: 0 })
})

test('says by how many days something is overdue, at least one', () => {
  expect(left('2026-03-06', '00:00')).toEqual({ light: 'red', days: -1 })
  expect(left('2026-03-07')).toEqual({ light: 'red', days: -1 })
  expect(left('2026-03-10')).toEqual({ light: 'red', days: -3 })
})

test('has nothing to count while the clock is stopped', () => {
  expect(timeLeft(plainCalendar, at('2026-03-02'), { yellowAt: null, dueAt: null })).toEqual({ light: 'stopped', days: null })
})
