import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, endOfDay, isWorkingDay, localDate, startOfDay } from './calendar.ts'
import { deadline, dueAfter, light, type Deadline } from './deadline.ts'
import { elapsed, stopClock, switchClock, type Segment, type Whose } from './segments.ts'
import { type Span } from './span.ts'

const calendar = buildCalendar({
  calendar: 'test',
  version: 1,
  zone: 'Europe/Berlin',
  covers: { from: '2026-01-01', to: '2027-12-31' },
  weekend: ['sat', 'sun'],
  holidays: ['2026-05-01', '2026-05-04'],
  makeup: ['2026-05-09'],
  source: 'test',
})
const HOUR = 3_600_000
const at = (date: string, hour = 9): number => startOfDay(calendar, date) + hour * HOUR
const wd = (amount: number): Span => ({ amount, unit: 'wd' })

function reckon(segments: readonly Segment[], since: number, span: Span, now: number): Deadline {
  const result = deadline(calendar, segments, since, span, now)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  const { used, left, dueAt, yellowAt } = result
  return { used, left, dueAt, yellowAt }
}

const running = (from: number): Segment[] => [{ from, to: null, whose: 'office' }]

describe('a deadline', () => {
  it('is the end of the last day, not counting the first', () => {
    const since = at('2026-03-02')
    expect(reckon(running(since), since, wd(4), at('2026-03-04'))).toEqual({ used: 2, left: 2, dueAt: endOfDay(calendar, '2026-03-06'), yellowAt: startOfDay(calendar, '2026-03-05') })
  })

  it('has no date while the clock is stopped, and moves on by the pause', () => {
    const since = at('2026-03-02')
    const returned = switchClock(running(since), at('2026-03-03'), 'applicant')
    expect(reckon(returned, since, wd(4), at('2026-03-20'))).toEqual({ used: 1, left: 3, dueAt: null, yellowAt: null })
    const corrected = switchClock(returned, at('2026-03-20'), 'office')
    expect(reckon(corrected, since, wd(4), at('2026-03-20'))).toMatchObject({ used: 1, left: 3, dueAt: endOfDay(calendar, '2026-03-25') })
  })

  it('once passed stays passed: sending a late case back does not turn its light', () => {
    const since = at('2026-03-02')
    const late = switchClock(running(since), at('2026-03-05'), 'applicant')
    const { dueAt, yellowAt } = reckon(late, since, wd(2), at('2026-03-09'))
    expect(dueAt).toBe(endOfDay(calendar, '2026-03-04'))
    expect(light(at('2026-03-09'), yellowAt, dueAt)).toBe('red')
  })

  it('stopped on its last day is not late, and ends with the day it comes back', () => {
    const since = at('2026-03-02')
    const returned = switchClock(running(since), at('2026-03-04', 15), 'applicant')
    expect(reckon(returned, since, wd(2), at('2026-03-09'))).toMatchObject({ used: 2, left: 0, dueAt: null })
    const back = (date: string): number | null => reckon(switchClock(returned, at(date), 'office'), since, wd(2), at(date)).dueAt
    expect(back('2026-03-09')).toBe(endOfDay(calendar, '2026-03-09'))
    expect(back('2026-03-14')).toBe(startOfDay(calendar, '2026-03-16'))
  })

  it('sent back the moment it falls due is late, an instant before is not', () => {
    const [since, due] = [at('2026-03-02'), endOfDay(calendar, '2026-03-04')]
    const sentBack = (when: number): number | null => reckon(switchClock(running(since), when, 'applicant'), since, wd(2), at('2026-03-09')).dueAt
    expect([sentBack(due), sentBack(due - 1)]).toEqual([due, null])
  })

  it('counts a task from when it opened, within the case that runs longer', () => {
    expect(reckon(running(at('2026-03-02')), at('2026-03-12'), wd(1), at('2026-03-12', 10))).toMatchObject({ used: 0, dueAt: endOfDay(calendar, '2026-03-13') })
  })

  it('in calendar days counts weekends and holidays too', () => {
    const since = at('2026-04-30')
    expect(reckon(running(since), since, { amount: 10, unit: 'd' }, since)).toMatchObject({ used: 0, dueAt: endOfDay(calendar, '2026-05-10'), yellowAt: startOfDay(calendar, '2026-05-08') })
  })

  it('in hours runs from the instant, through clock changes', () => {
    const since = at('2026-03-28', 12)
    const back = switchClock(switchClock(running(since), since + HOUR, 'other'), since + 5 * HOUR, 'office')
    expect(reckon(back, since, { amount: 48, unit: 'h' }, since + 6 * HOUR)).toEqual({ used: 2, left: 46, dueAt: since + 52 * HOUR, yellowAt: since + 40 * HOUR })
  })

  it('takes another share for yellow', () => {
    const since = at('2026-03-02')
    const result = deadline(calendar, running(since), since, wd(10), since, 0.5)
    expect(result.ok && result.yellowAt).toBe(startOfDay(calendar, '2026-03-09'))
  })

  it('beyond the calendar is a problem; calendar days and hours need no list of holidays', () => {
    const since = at('2027-12-28')
    expect(deadline(calendar, running(since), since, wd(4), since)).toMatchObject({ ok: false, problem: { code: 'calendar_ends', lastDay: '2027-12-31' } })
    expect(dueAfter(calendar, since, wd(4))).toMatchObject({ ok: false })
    expect(dueAfter(calendar, since, { amount: 10, unit: 'd' })).toEqual({ ok: true, at: startOfDay(calendar, '2028-01-08') })
    expect(deadline(calendar, running(since), since, wd(1), at('2028-01-05'))).toMatchObject({ ok: false, problem: { wanted: '2028-01-05' } })
  })
})

describe('a light', () => {
  it.each([[0, 'green'], [4, 'green'], [5, 'yellow'], [8, 'yellow'], [9, 'red']] as const)('at %s, yellow from 5 and due at 9, is %s', (now, colour) => {
    expect(light(now, 5, 9)).toBe(colour)
  })

  it('is green while nothing is in sight', () => {
    expect(light(9, null, null)).toBe('green')
  })
})

const START = at('2026-03-02')
const DAY = 24 * HOUR
const moves = fc.array(fc.record({ after: fc.nat(6 * DAY), whose: fc.constantFrom<Whose | 'nobody'>('office', 'office', 'applicant', 'other', 'nobody') }), { minLength: 1, maxLength: 10 })
const spans = fc.record({ amount: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom<Span['unit']>('wd', 'd', 'h') })
const cases = fc.record({ moves, span: spans, later: fc.nat(100 * DAY), sinceLater: fc.nat(10 * DAY) }).map(({ moves: made, span, later, sinceLater }) => {
  let [segments, clock]: [Segment[], number] = [switchClock([], START, 'office'), START]
  for (const { after, whose } of made) {
    clock += after
    segments = whose === 'nobody' ? stopClock(segments, clock) : switchClock(segments, clock, whose)
  }
  return { segments, span, now: START + later, since: START + sinceLater, clock }
})
type Given = { segments: Segment[]; span: Span; now: number; since: number; clock: number }
const stand = ({ segments, since, span }: Given, now: number): Deadline => reckon(segments, since, span, now)
const runs = ({ segments }: Given, now: number): boolean => segments.some(({ from, to, whose }) => whose === 'office' && from <= now && (to === null || to > now))

describe('deadlines, whatever the case went through', () => {
  const holds = (property: (given: Given) => void): void => fc.assert(fc.property(cases, property), { numRuns: 500 })

  it('use what the office had, no more', () => {
    holds((given) => {
      const counted = elapsed(calendar, given.segments, given.now)
      const { used } = reckon(given.segments, START, { amount: 5, unit: 'wd' }, given.now)
      expect(used).toBe(counted.ok && counted.days.office)
    })
  })

  it('never run backwards, and never count a stopped segment', () => {
    holds((given) => {
      const [before, after] = [stand(given, given.now), stand(given, given.now + DAY)]
      expect(after.used).toBeGreaterThanOrEqual(before.used)
      const touched = given.segments.some(({ from, to, whose }) => whose === 'office' && from < given.now + DAY && (to === null || to > given.now))
      if (!touched) expect(after.used).toBe(before.used)
    })
  })

  it('have no date ahead while the clock is stopped', () => {
    holds((given) => {
      const { dueAt } = stand(given, given.now)
      if (!runs(given, given.now)) expect(dueAt === null || dueAt <= given.now).toBe(true)
      else if (given.since <= given.now) expect(dueAt).not.toBeNull()
    })
  })

  it('keep their date while the clock runs on', () => {
    holds((given) => {
      const open = given.segments.at(-1)
      if (open?.to !== null || open.whose !== 'office') return
      expect(stand(given, given.clock + given.now - START).dueAt).toBe(stand(given, given.clock).dueAt)
    })
  })

  it('are not overdrawn before they are due, and are from the next counted day on', () => {
    holds((given) => {
      const { dueAt } = stand(given, given.now)
      if (dueAt === null) return
      expect(stand(given, dueAt - 1).used).toBeLessThanOrEqual(given.span.amount)
      // As foreseen at `now`: the last segment known by then runs on.
      const known = given.segments.filter(({ from }) => from < dueAt && from <= given.now)
      const open = { ...given, segments: known.map((segment, index) => (index === known.length - 1 ? { ...segment, to: null } : segment)) }
      let next = dueAt
      while (given.span.unit === 'wd' && !isWorkingDay(calendar, localDate(calendar, next))) next += DAY
      expect(stand(open, next + 1).used).toBeGreaterThan(given.span.amount)
    })
  })

  it('show the light their figures tell', () => {
    holds((given) => {
      const { used, dueAt, yellowAt } = stand(given, given.now)
      const colour = light(given.now, yellowAt, dueAt)
      if (used > given.span.amount) expect(colour).toBe('red')
      if (used < given.span.amount) expect(colour).toBe(used / given.span.amount >= 0.75 ? 'yellow' : 'green')
      if (used === given.span.amount) expect(colour).not.toBe('green')
    })
  })
})
