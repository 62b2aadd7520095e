import { type Language } from './languages.ts'

/** An ISO calendar date (2026-11-22), an ISO time, or milliseconds. */
export type DateValue = string | number

const styles = {
  long: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { year: 'numeric', month: 'short', day: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  hour: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof styles

/** Every date is the office's: mainland China keeps one time zone. */
const timeZone = 'Asia/Shanghai'

export function formatDate(value: DateValue, language: Language, style: DateStyle = 'long'): string {
  return formatter(language, style).format(toDate(value))
}

/** What `<time datetime>` takes. */
export const isoDate = (value: DateValue): string =>
  typeof value === 'string' ? value : new Date(value).toISOString()

/** Digits are Latin in every language, as on the documents themselves. */
export const intlLocale = (language: Language): string =>
  ({ 'zh-CN': 'zh-CN', en: 'en-GB', ar: 'ar-u-nu-latn' })[language]

export const formatNumber = (value: number, language: Language, options: Intl.NumberFormatOptions = {}): string =>
  numberFormatter(language, options).format(value)

const formatter = remember((language: Language, style: DateStyle) =>
  new Intl.DateTimeFormat(intlLocale(language), { ...styles[style], timeZone, calendar: 'gregory' }))

const numberFormatter = remember((language: Language, options: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(intlLocale(language), options))

// A calendar date has no hour: noon in China is that date everywhere we format it.
const toDate = (value: DateValue) =>
  new Date(typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T12:00:00+08:00` : value)

/** Making a formatter costs a hundred times what using it does. */
function remember<B, T>(make: (language: Language, second: B) => T): (language: Language, second: B) => T {
  const made = new Map<string, T>()
  return (language, second) => {
    const key = language + JSON.stringify(second)
    const value = made.get(key) ?? make(language, second)
    made.set(key, value)
    return value
  }
}
