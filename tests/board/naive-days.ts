import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

/*
 * Working days counted one by one from the calendar's file, sharing no code with the portal: what the board's figures are
 * checked against.
 */

type CalendarFile = { weekend: string[]; holidays: unknown[]; makeup: unknown[] }

const file = parse(readFileSync('workflows/calendars/qinghe.yaml', 'utf8')) as CalendarFile
const holidays = new Set(file.holidays.map(String))
const makeup = new Set(file.makeup.map(String))
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

/** China keeps one time zone, eight hours before UTC, all year. */
export const dayAt = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)

export function isWorked(day: string): boolean {
  if (makeup.has(day)) return true
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
  return !holidays.has(day) && !file.weekend.includes(weekday)
}

/** Working days after the first instant's day, up to and with the second's. */
export function workingDays(from: string, to: string): number {
  const last = dayAt(to)
  let count = 0
  for (let day = nextDay(dayAt(from)); day <= last; day = nextDay(day)) if (isWorked(day)) count += 1
  return count
}

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
