import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'
import { inputFor, type QuestionInput } from '#app/view/question/input-for.ts'
import { answerRow } from '#app/view/record-rows.ts'
import { fieldLabel } from '#app/view/show-value.ts'

/** A value that may be said to be wrong: what the register says, who keeps it, and the box for what is right. */
export type WrongView = { service: string; name: string; label: string; value: string; source: { register: string; asOf: string }; owner: string; input: QuestionInput; errorHref: string }

export function wrongView(t: TFunction, lang: Language, { registers }: Catalogue, open: OpenDraft, one: DraftField): WrongView | null {
  const { field } = one
  const row = answerRow(t, lang)(one)
  if (field.kind !== 'record' || !row.source || row.value === null) return null
  return {
    service: t(`services/${open.definition.service}:title`),
    name: field.name,
    label: fieldLabel(t, field),
    value: row.value,
    source: { register: row.source.register, asOf: row.source.asOf },
    owner: t(`departments:${registers[field.register]?.owner ?? ''}.name`),
    input: inputFor(t, lang, open, one),
    errorHref: field.type.type === 'date' ? `#${field.name}-${lang === 'zh-CN' ? 'year' : 'day'}` : `#${field.name}`,
  }
}
