import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, startOfDay } from './calendar.ts'
import { elapsed, stopClock, switchClock, type Segment, type Whose } from './segments.ts'
import { workingDaysBetween } from './working-day.ts'

const calendar = buildCalendar({
  calendar: 'test',
  version: 1,
  zone: 'Asia/Shanghai',
  covers: { from: '2026-01-01', to: '2026-12-31' },
  weekend: ['sat', 'sun'],
  holidays: ['2026-05-01'],
  makeup: ['2026-05-09'],
  source: 'test',
})
const at = (date: string, hour = 9): number => startOfDay(calendar, date) + hour * 3_600_000

const whose = fc.constantFrom<Whose>('office', 'applicant', 'other')
const moves = fc.array(fc.record({ after: fc.integer({ min: -3 * 86_400_000, max: 10 * 86_400_000 }), whose }), { minLength: 1, maxLength: 12 })
const START = at('2026-03-02')

function run(made: readonly { after: number; whose: Whose }[]): Segment[] {
  let [segments, clock]: [Segment[], number] = [[], START]
  for (const move of made) segments = switchClock(segments, (clock += move.after), move.whose)
  return segments
}

describe('switching the clock', () => {
  it('closes one segment and opens the next', () => {
    expect(switchClock([{ from: 1, to: null, whose: 'office' }], 5, 'applicant')).toEqual([
      { from: 1, to: 5, whose: 'office' },
      { from: 5, to: null, whose: 'applicant' },
    ])
  })

  it('to the same hands changes nothing', () => {
    expect(switchClock([{ from: 1, to: null, whose: 'office' }], 5, 'office')).toEqual([{ from: 1, to: null, whose: 'office' }])
  })

  it('back at once leaves no trace', () => {
    const segments: Segment[] = [{ from: 1, to: null, whose: 'office' }]
    expect(switchClock(switchClock(segments, 5, 'applicant'), 5, 'office')).toEqual(segments)
  })

  it('never goes backwards', () => {
    expect(switchClock([{ from: 5, to: null, whose: 'office' }], 1, 'applicant')).toEqual([{ from: 5, to: null, whose: 'applicant' }])
    expect(switchClock([{ from: 1, to: 5, whose: 'office' }], 3, 'applicant').at(-1)).toEqual({ from: 5, to: null, whose: 'applicant' })
  })

  it('after a stop leaves the time between to nobody', () => {
    const stopped = stopClock([{ from: 1, to: null, whose: 'office' }], 5)
    expect(stopClock(stopped, 9)).toEqual(stopped)
    expect(switchClock(stopped, 9, 'office')).toEqual([{ from: 1, to: 5, whose: 'office' }, { from: 9, to: null, whose: 'office' }])
  })

  it('keeps segments in order, without gaps, overlaps or equal neighbours, whatever is asked', () => {
    fc.assert(
      fc.property(moves, (made) => {
        const segments = run(made)
        segments.forEach((segment, index) => {
          const next = segments[index + 1]
          expect(segment.to).toBe(next ? next.from : null)
          expect(next?.whose).not.toBe(segment.whose)
          expect(segment.to === null || segment.from < segment.to).toBe(true)
        })
      }),
    )
  })
})

describe('elapsed working days', () => {
  it('give the day of a hand-over to who gave it away', () => {
    // Taken on Monday, sent back on Wednesday, corrected on Friday, now Monday.
    const segments = switchClock(switchClock(switchClock([], at('2026-03-02'), 'office'), at('2026-03-04'), 'applicant'), at('2026-03-06'), 'office')
    expect(elapsed(calendar, segments, at('2026-03-09'))).toEqual({ ok: true, days: { office: 3, applicant: 2, other: 0 } })
  })

  it('of all hands sum to the count over the whole', () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 130 * 86_400_000 }), (made, later) => {
        const [segments, now] = [run(made), START + later]
        const result = elapsed(calendar, segments, now)
        const whole = workingDaysBetween(calendar, Math.min(now, segments[0]?.from ?? now), now)
        return result.ok && whole.ok && result.days.office + result.days.applicant + result.days.other === whole.days
      }),
    )
  })

  it('never fall as time goes on', () => {
    fc.assert(
      fc.property(moves, fc.nat(100 * 86_400_000), fc.nat(30 * 86_400_000), (made, later, more) => {
        const [before, after] = [elapsed(calendar, run(made), START + later), elapsed(calendar, run(made), START + later + more)]
        return before.ok && after.ok && (['office', 'applicant', 'other'] as const).every((hand) => before.days[hand] <= after.days[hand])
      }),
    )
  })

  it('are a problem beyond the calendar', () => {
    const result = elapsed(calendar, [{ from: at('2026-12-30'), to: null, whose: 'office' }], at('2027-01-04'))
    expect(result).toMatchObject({ ok: false, problem: { code: 'calendar_ends', lastDay: '2026-12-31', wanted: '2027-01-04' } })
  })
})
