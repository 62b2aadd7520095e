import type { TFunction } from 'i18next'

import { formatNumber } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Concept } from '#app/kernel/definition/surroundings.ts'

/** Between items of a list, as each language has it. */
const SEPARATOR: Record<Language, string> = { 'zh-CN': '、', en: ', ', ar: '، ' }

export const listed = (items: readonly string[], lang: Language): string => items.join(SEPARATOR[lang])

/** More than any count of things: such a limit is there for machines and means none to people. */
const LARGE = 1_000_000

/** What values of a concept can be, in words: "A whole number from 1 to 20". */
export function typeInWords(t: TFunction, lang: Language, { name, type }: Pick<Concept, 'name' | 'type'>): string {
  const word = `data:types.${type.type}`
  switch (type.type) {
    case 'integer':
      return type.max >= LARGE ? t('data:types.number') : t('data:types.integer', { min: formatNumber(type.min, lang), max: formatNumber(type.max, lang) })
    case 'text':
      return t('data:types.text', { count: type.maxLength })
    case 'choice':
      return t('data:types.choice', { options: listed(type.of.map((option) => t(`concepts:${name}.options.${option}`)), lang) })
    case 'file':
      return t('data:types.file', { kinds: listed(type.accept.map((kind) => kind.toUpperCase()), lang) })
    case 'money':
    case 'phone':
    case 'yes_no':
    case 'date':
      return t(word)
    default:
      return type satisfies never
  }
}
