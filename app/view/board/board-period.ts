import { isIsoDate } from '#app/kernel/clock/iso-date.ts'
import { type Period, type PeriodProblem, presets, problemOf } from '#app/use-cases/board/period.ts'

/** What the address says, as it was typed, and what it means. `field`: where the problem is to be put right. */
export type PeriodWish =
  | { ok: true; period: Period; typed: Period }
  | { ok: false; problem: PeriodProblem; field: keyof Period; typed: Period }

/** Reads `from` and `to`; both left out means the last three months, one left out the other end of those. */
export function readPeriod(params: URLSearchParams, today: string): PeriodWish {
  const usual = presets(today).three_months
  const typed = { from: params.get('from')?.trim() ?? usual.from, to: params.get('to')?.trim() ?? usual.to }
  const period = { from: dateIn(typed.from), to: dateIn(typed.to) }
  const problem = problemOf(period)
  if (problem === null) return { ok: true, period, typed: period }
  return { ok: false, problem, field: problem === 'not_a_date' && !isIsoDate(period.from) ? 'from' : 'to', typed }
}

/** Dates as people write them: full-width or Arabic digits, dots or slashes, no zeros. Not a date: left as it is. */
function dateIn(text: string): string {
  const latin = text.replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
  const [, year, month = '', day = ''] = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(latin) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The same period at another address, with the service kept. */
export function boardAddress(path: string, { from, to }: Period, more: Readonly<Record<string, string | null>> = {}): string {
  const rest = Object.entries(more).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '')
  return `${path}?${new URLSearchParams({ from, to, ...Object.fromEntries(rest) }).toString()}`
}
