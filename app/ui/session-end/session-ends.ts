import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'

/** Until what time a page can be sent, and in how many ms its reader is warned. */
export type SessionEnds = { until: string; warnAfterMs: number }

/** People who need longer must be told in time to say so (WCAG 2.2.1 asks for 20 seconds at least). */
const WARN_MS = 5 * 60_000

export const sessionEnds = (until: number, now: number, lang: Language): SessionEnds => ({ until: formatDate(until, lang, 'hour'), warnAfterMs: Math.max(0, until - now - WARN_MS) })
