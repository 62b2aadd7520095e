import type { TFunction } from 'i18next'

import { formatDate, formatNumber } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Answer, Value } from '#app/kernel/case/answer.ts'
import type { DataField } from '#app/kernel/definition/definition.ts'
import { itemOf } from '#app/kernel/definition/item-name.ts'

import { promiseKind } from './promise-kind.ts'

type Shown = Pick<DataField, 'concept' | 'type'>

type Named = Pick<DataField, 'concept' | 'name'>

/** A field's name as people read it; an item's with its number, as in "Monthly wage 2". */
export const fieldLabel = (t: TFunction, field: Named): string => numbered(t, field, t(`concepts:${field.concept}.label`))

/** The same as a question to the applicant, where it has a wording of its own. */
export const questionLabel = (t: TFunction, field: Named): string => numbered(t, field, t([`concepts:${field.concept}.question`, `concepts:${field.concept}.label`]))

function numbered(t: TFunction, { name }: Named, label: string): string {
  const item = itemOf(name)
  return item === null ? label : t('ui:item', { label, number: String(item) })
}

/** Money in fen, in the city's currency; with its plain sign, since `CN¥` falls apart within Arabic text. */
export const showMoney = (fen: number, lang: Language, currency = 'CNY'): string =>
  formatNumber(fen / 100, lang, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).replace('CN¥', '¥')

/** A value in words; null when there is none. A file is called by its name, a promise by what it is. */
export function showAnswer(t: TFunction, lang: Language, field: Shown & Parameters<typeof promiseKind>[0], answer: Answer | null | undefined): string | null {
  if (answer?.source === 'promised') return t(`apply:promise.${promiseKind(field) ?? 'declared'}.shown`)
  if (!answer || answer.value === null) return null
  return answer.file ? answer.file.name : showValue(t, lang, field, answer.value)
}

export function showValue(t: TFunction, lang: Language, field: Shown, value: Exclude<Value, null>): string {
  switch (field.type.type) {
    case 'choice':
      return t(`concepts:${field.concept}.options.${String(value)}`)
    case 'yes_no':
      return t(value === true ? 'ui:yes' : 'ui:no')
    case 'date':
      return formatDate(String(value), lang)
    case 'money':
      return showMoney(Number(value), lang)
    case 'integer':
      return formatNumber(Number(value), lang)
    case 'text':
    case 'phone':
    case 'file':
      return String(value)
    default:
      return field.type satisfies never
  }
}

const VISIBLE = 4

/** An identity number with all but its last characters hidden, for pages that may be looked at over a shoulder. */
export const masked = (text: string): string => '•'.repeat(Math.max(0, text.length - VISIBLE)) + text.slice(-VISIBLE)
