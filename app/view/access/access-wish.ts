import { readInput, typedText } from '#app/http/read-input.ts'
import { dayNumber, isIsoDate } from '#app/kernel/clock/iso-date.ts'
import type { AccessFilter } from '#app/use-cases/list-access.ts'

/** What the address asks of the log: whose data, which looks, and what was typed for it. */
export type AccessWish = {
  of: string
  filter: AccessFilter
  typed: Readonly<Record<string, string>>
  problem: AccessProblem | null
  after: string | null
  before: string | null
}

/** The first thing that is wrong with the days, and where it is put right. */
export type AccessProblem = { field: 'from' | 'until'; code: 'not_a_date_from' | 'not_a_date_until' | 'ends_before' }

const DATE = { type: 'date', notBefore: null, notAfter: null } as const
/** Nothing was read before, or will be after; and every day between begins at some moment in every zone. */
const [FIRST, LAST] = ['1900-01-01', '2999-12-31'].map(dayNumber) as [number, number]
const CURSOR_LENGTH = 500

/** Reads the filter of the log from an address. Days may be typed in other scripts' digits; what is no department counts as any. */
export function readAccessWish(params: URLSearchParams): AccessWish {
  const form = new FormData()
  params.forEach((value, name) => form.append(name, value))
  const department = params.get('department') ?? ''
  const [from, until] = [readDay('from', form), readDay('until', form)]
  const typed = { department, ...typedText(DATE, 'from', form), ...typedText(DATE, 'until', form) }
  return {
    of: params.get('of') ?? '',
    filter: { department: /^[a-z_]{1,60}$/.test(department) ? department : null, from: from || null, until: until || null },
    typed: Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')),
    problem: problemOf(from, until),
    after: cursorIn(params.get('after')),
    before: cursorIn(params.get('before')),
  }
}

/** The day; '' when none was typed, null for what is no day. */
function readDay(name: string, form: FormData): string | null {
  const input = readInput(DATE, name, form)
  if (!('value' in input)) return null
  if (input.value === null) return ''
  const day = String(input.value)
  return isIsoDate(day) && dayNumber(day) >= FIRST && dayNumber(day) <= LAST ? day : null
}

function problemOf(from: string | null, until: string | null): AccessProblem | null {
  if (from === null) return { field: 'from', code: 'not_a_date_from' }
  if (until === null) return { field: 'until', code: 'not_a_date_until' }
  return from !== '' && until !== '' && until < from ? { field: 'until', code: 'ends_before' } : null
}

const cursorIn = (text: string | null): string | null => (text && text.length <= CURSOR_LENGTH ? text : null)

/** The same wish at another address, or on another page. */
export function accessAddress(path: string, { of, typed }: Pick<AccessWish, 'of' | 'typed'>, cursor: { after?: string; before?: string } = {}): string {
  const query = new URLSearchParams({ ...(of === '' ? {} : { of }), ...typed, ...cursor }).toString()
  return query ? `${path}?${query}` : path
}
