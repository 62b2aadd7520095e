import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import { fieldLabel, showValue } from '#app/view/show-value.ts'

import { type Asked, type Choices, isPick } from './is-pick.ts'

export type Item = { value: string; text: string; hint?: string }

/** What a question is answered with. */
export type QuestionInput =
  | { as: 'line'; width: 10 | 20 | 30 | null; autoComplete: string | null }
  | { as: 'lines' }
  | { as: 'number'; width: 5 | 10 }
  | { as: 'money' }
  | { as: 'phone' }
  | { as: 'choice'; items: readonly Item[]; inline: boolean }
  | { as: 'date' }
  | { as: 'file'; accept: readonly string[]; megabytes: number; uploaded: string | null }

/** Text longer than this gets several lines. */
const ONE_LINE = 200
const FEW = 9999

export function inputFor(t: TFunction, lang: Language, open: Choices, one: Asked): QuestionInput {
  const { field, answer } = one
  const { type } = field
  if (isPick(open, one)) return { as: 'choice', items: pickItems(t, lang, open, one), inline: false }
  switch (type.type) {
    case 'text':
      return type.maxLength > ONE_LINE && !completions[field.concept] ? { as: 'lines' } : { as: 'line', width: type.maxLength <= 40 ? 20 : null, autoComplete: completions[field.concept] ?? null }
    case 'integer':
      return { as: 'number', width: type.max <= FEW ? 5 : 10 }
    case 'choice':
      return { as: 'choice', items: type.of.map((value) => ({ value, text: showValue(t, lang, field, value) })), inline: false }
    case 'yes_no':
      return { as: 'choice', items: [{ value: 'yes', text: t('ui:yes') }, { value: 'no', text: t('ui:no') }], inline: true }
    case 'file':
      return { as: 'file', accept: type.accept, megabytes: type.maxBytes / 1_000_000, uploaded: answer?.file?.name ?? null }
    case 'money':
    case 'phone':
    case 'date':
      return { as: type.type }
    default:
      return type satisfies never
  }
}

/** What browsers can fill in by themselves. */
const completions: Readonly<Record<string, string>> = { home_address: 'street-address', full_name: 'name' }

/** The applicant's own records, each with what comes along with it. */
function pickItems(t: TFunction, lang: Language, { draft, definition }: Choices, { field }: Asked): Item[] {
  const companions = Object.values(definition.data).filter((other) => other.kind === 'record' && other.with === field.name)
  return (draft.options[field.name] ?? []).flatMap(({ key, value }): Item[] => {
    if (value === null) return []
    const along = companions.flatMap((other) => {
      const own = draft.options[`${field.name}.${other.name}`]?.find((envelope) => envelope.key === key)?.value ?? null
      return own === null ? [] : [t('apply:question.along', { name: fieldLabel(t, other), value: showValue(t, lang, other, own) })]
    })
    return [{ value: key, text: showValue(t, lang, field, value), ...(along.length > 0 ? { hint: along.join(' · ') } : {}) }]
  })
}
