import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'
import { planOf } from '#app/view/application-plan.ts'
import { type PromiseView, promiseView } from '#app/view/promise-view.ts'
import { answerRow } from '#app/view/record-rows.ts'
import { questionLabel } from '#app/view/show-value.ts'

import { inputFor, type QuestionInput } from './input-for.ts'
import { isPick } from './is-pick.ts'
import { typedValues } from './typed-values.ts'

/** One question as its page shows it. */
export type QuestionView = {
  service: string
  name: string
  label: string
  hint: string | null
  optional: boolean
  input: QuestionInput
  values: Record<string, string>
  errorHref: string
  /** Which of the questions it is; null for a record's value being changed. */
  part: { number: number; total: number } | null
  source: { register: string; asOf: string } | null
  registerSays: string | null
  /** The applicant's word will do, and whether they have given it. */
  promise: (PromiseView & { made: boolean }) | null
}

/** @param hinted whether the locales have a hint for this question */
export function questionView(t: TFunction, lang: Language, open: OpenDraft, one: DraftField, hinted: boolean): QuestionView {
  const { field, answer } = one
  const { questions } = planOf(open)
  const at = questions.indexOf(one)
  const row = answerRow(t, lang)(one)
  const promise = promiseView(t, open.definition, field)
  return {
    service: t(`services/${open.definition.service}:title`),
    name: field.name,
    label: questionLabel(t, field),
    hint: hinted ? t(`concepts:${field.concept}.hint`) : null,
    optional: field.optional,
    input: inputFor(t, lang, open, one),
    values: isPick(open, one) ? { [field.name]: answer?.envelope?.key ?? '' } : typedValues(field.type, field.name, answer),
    // The first box of a date, in the order of the language.
    errorHref: field.type.type === 'date' ? `#${field.name}-${lang === 'zh-CN' ? 'year' : 'day'}` : `#${field.name}`,
    part: at < 0 ? null : { number: at + 1, total: questions.length },
    source: at < 0 && row.source ? { register: row.source.register, asOf: row.source.asOf } : null,
    promise: promise && { ...promise, made: answer?.source === 'promised' },
    registerSays: row.registerSays ?? (at < 0 && row.source ? row.value : null),
  }
}
