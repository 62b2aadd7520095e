import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'

/** The last day to ask for a review, or the day it was asked for; nothing of a review that is over. */
export type AppealView = { until: string } | { askedOn: string }

export function appealView(lang: Language, { state, appealBy }: Pick<FollowedCase, 'state' | 'appealBy'>): AppealView | null {
  if (appealBy !== null) return { until: formatDate(appealBy - 1, lang) }
  return state.appealedAt !== null && state.end === null ? { askedOn: formatDate(state.appealedAt, lang) } : null
}
