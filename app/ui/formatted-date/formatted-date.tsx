import { type DateStyle, type DateValue, formatDate, isoDate } from '../../i18n/dates.ts'
import { useLanguage } from '../use-language.ts'

/** A date in the language of the page: an ISO date, an ISO time or milliseconds. */
export function FormattedDate({ value, format = 'long' }: { value: DateValue; format?: DateStyle }) {
  return <time dateTime={isoDate(value)}>{formatDate(value, useLanguage(), format)}</time>
}
