import { expect, it } from 'vitest'

import { dayNumber, isIsoDate, isoDate } from './iso-date.ts'

it.each(['2026-01-01', '2026-02-28', '2024-02-29', '2026-12-31', '0000-01-01', '9999-12-31'])('%s is a day, and its number says which', (day) => {
  expect(isIsoDate(day)).toBe(true)
  expect(isoDate(dayNumber(day))).toBe(day)
})

it.each(['2026-02-29', '2026-04-31', '2026-00-10', '2026-13-10', '0001-13-10', '2026-01-00', '0001-01-00', '2026-01-32', '2026-1-1', '20260101', '2026-01-01T00', ''])('%s is none', (text) => {
  expect(isIsoDate(text)).toBe(false)
  expect(dayNumber(text)).toBeNaN()
})
