import { describe, expect, it } from 'vitest'
import { calendarSpecSchema, type CalendarSpec } from './calendar-spec.ts'

const SPEC: CalendarSpec = {
  calendar: 'test',
  version: 1,
  zone: 'Asia/Shanghai',
  covers: { from: '2026-01-01', to: '2026-12-31' },
  weekend: ['sat', 'sun'],
  holidays: ['2026-01-01'],
  makeup: ['2026-01-04'],
  source: 'test',
}

const faults = (change: object): unknown[] => {
  const parsed = calendarSpecSchema.safeParse({ ...SPEC, ...change })
  return parsed.success ? [] : parsed.error.issues.map(({ path, code, message }) => [path.join('.'), code === 'custom' ? message : code])
}

describe('a calendar file', () => {
  it('is accepted when it is sound', () => {
    expect(faults({})).toEqual([])
    expect(faults({ provisional_from: '2026-07-01' })).toEqual([])
  })

  it.each([
    [{ covers: { from: '2026-12-31', to: '2026-01-01' } }, 'covers.to', 'the last covered day lies before the first'],
    [{ covers: { from: '1900-01-01', to: '2026-12-31' } }, 'covers.to', 'a calendar covers at most 15000 days'],
    [{ holidays: ['2026-02-30'] }, 'holidays.0', 'write a date of the calendar as YYYY-MM-DD'],
    [{ holidays: ['2027-01-01'] }, 'holidays.0', '2027-01-01 is not a covered day'],
    [{ holidays: ['2026-01-01', '2026-01-01'] }, 'holidays.1', '2026-01-01 is listed twice'],
    [{ holidays: ['2026-01-04'] }, 'makeup.0', '2026-01-04 is both a holiday and a make-up day'],
    [{ makeup: ['2026-01-05'] }, 'makeup.0', '2026-01-05 is worked anyway: a make-up day falls on the weekend'],
    [{ provisional_from: '2027-01-01' }, 'provisional_from', 'not a covered day'],
    [{ zone: 'Asia/Nowhere' }, 'zone', 'write a time zone such as Asia/Shanghai'],
    [{ weekend: ['saturday'] }, 'weekend.0', 'invalid_value'],
    [{ holiday: [] }, '', 'unrecognized_keys'],
  ])('is refused with %j', (change, path, message) => {
    expect(faults(change)).toContainEqual([path, message])
  })
})
