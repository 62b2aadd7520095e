import { expect, it } from 'vitest'

import { formatDate, formatNumber, isoDate } from './dates.ts'

it.each([
  ['zh-CN', '2026年11月22日'],
  ['en', '22 November 2026'],
  ['ar', '22 نوفمبر 2026'],
] as const)('writes a date in %s', (language, text) => {
  expect(formatDate('2026-11-22', language)).toBe(text)
})

it('shows a moment as the office sees it, in China', () => {
  const lateInLondon = Date.UTC(2026, 10, 22, 17, 30)
  expect(formatDate(lateInLondon, 'en')).toBe('23 November 2026')
  expect(formatDate(lateInLondon, 'en', 'time')).toContain('01:30')
})

it('keeps a calendar date the same date in every style', () => {
  for (const style of ['long', 'short', 'time'] as const) expect(formatDate('2026-01-01', 'en', style)).toContain('2026')
})

it('gives machines an ISO date', () => {
  expect(isoDate('2026-11-22')).toBe('2026-11-22')
  expect(isoDate(0)).toBe('1970-01-01T00:00:00.000Z')
})

it('writes numbers with Latin digits in Arabic too', () => {
  expect(formatNumber(1234.5, 'ar')).toMatch(/1.?234/)
  expect(formatNumber(0.93, 'zh-CN', { style: 'percent' })).toBe('93%')
})
