import type { i18n } from 'i18next'

import { languages } from '#app/i18n/languages.ts'

import type { Sources, Spoken } from './node.ts'

/** Texts of the portal in all its languages at once. */
export const saidInAll = (texts: i18n): Sources['say'] => (key) =>
  // Trusted: every language has its entry, which `fromEntries` can't say.
  Object.fromEntries(languages.map((language) => [language, texts.getFixedT(language)(key)])) as Spoken
