import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { OwnRecord, OwnRecords } from '#app/use-cases/look-at-own-records.ts'
import { fieldLabel, masked, showValue } from '#app/view/show-value.ts'

/** What a register holds, in words. `unread`: why it said nothing. */
export type OwnRecordsView = {
  register: string
  name: string
  owner: string
  phone: string
  at: string
  unread: 'no_answer' | 'wrong_answer' | null
  records: readonly { id: string; asOf: string; validUntil: string | null; rows: readonly { name: string; value: string }[] }[]
}

export function ownRecordsView(t: TFunction, lang: Language, { register, owner, at, standing, records }: OwnRecords): OwnRecordsView {
  return {
    register,
    name: t(`registers:${register}.name`),
    owner: t(`departments:${owner}.name`),
    phone: t(`departments:${owner}.phone`),
    at: formatDate(at, lang, 'time'),
    unread: standing === 'read' ? null : standing === 'no_answer' ? 'no_answer' : 'wrong_answer',
    records: records.map((record) => recordView(t, lang, record)),
  }
}

function recordView(t: TFunction, lang: Language, { id, asOf, validUntil, values }: OwnRecord): OwnRecordsView['records'][number] {
  const rows = values.map((one) => ({ name: fieldLabel(t, { name: one.concept.name, concept: one.concept.name }), value: show(t, lang, one) }))
  return { id, asOf: formatDate(asOf, lang), validUntil: validUntil && formatDate(validUntil, lang), rows }
}

/** Numbers that open doors elsewhere are not shown in full, here as on every page. */
function show(t: TFunction, lang: Language, { concept, value }: OwnRecord['values'][number]): string {
  if (concept.type.type === 'file') return t('mydata:records.document')
  const shown = showValue(t, lang, { concept: concept.name, type: concept.type }, value)
  return concept.classification === 'sensitive' && concept.type.type === 'text' ? masked(shown) : shown
}
