import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { calendarSpecSchema } from '#app/kernel/clock/calendar-spec.ts'
import { calendarYaml } from './make-calendar.ts'

const SHIPPED = new URL('../../workflows/calendars/qinghe.yaml', import.meta.url)

/** Month and day of the Chinese calendar, from ICU, which knows nothing of chinese-days. */
const lunar = (date: string): string =>
  new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))

describe('the calendar of Qinghe', () => {
  it('is what make-calendar prints', () => {
    expect(readFileSync(SHIPPED, 'utf8')).toBe(calendarYaml('qinghe'))
  })

  it('is a sound calendar file', () => {
    expect(calendarSpecSchema.safeParse(parse(calendarYaml('qinghe'))).error).toBeUndefined()
  })

  it('has the thirteen statutory holidays of a year nobody has announced', () => {
    const { holidays, makeup, provisional_from } = calendarSpecSchema.parse(parse(calendarYaml('qinghe')))
    const unknown = holidays.filter((date) => date.startsWith('2027'))
    expect(unknown).toHaveLength(13)
    expect(unknown.slice(1, 5)).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'])
    expect(unknown).toEqual(expect.arrayContaining(['2027-04-05', '2027-06-09', '2027-09-15']))
    expect(makeup.filter((date) => date.startsWith('2027'))).toEqual([])
    expect(provisional_from).toBe('2027-01-01')
  })

  it('has lunar dates that another source confirms', () => {
    expect(['2025-01-29', '2026-02-17', '2027-06-09', '2027-09-15'].map(lunar)).toEqual(['1/1', '1/1', '5/5', '8/15'])
  })

  it('has the Spring Festival of 2027 by the new moon, which ICU misses', () => {
    // New moon on 6 February 2027 at 23:56:08 in Beijing (Meeus, Astronomical Algorithms, ch. 49): four minutes before
    // midnight. ICU's approximation says the 7th; chinese-days follows the published almanac.
    const springFestival = calendarYaml('qinghe').match(/2027-\d\d-\d\d(?= # Spring)/g)
    expect(springFestival?.[1]).toBe('2027-02-06')
  })
})
