import { intlLocale } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'

/** “a, b and c”, as the language joins words. */
export const listWords = (lang: Language, words: readonly string[]): string => new Intl.ListFormat(intlLocale(lang), { type: 'conjunction' }).format(words)
