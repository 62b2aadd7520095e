import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { DraftField } from '#app/use-cases/open-draft.ts'

import { type AnswerRow, answerRow } from './record-rows.ts'

/** Record values in two cards: about the company, and about the person. */
export function recordGroups(t: TFunction, lang: Language, { registers }: Pick<Catalogue, 'registers'>, records: readonly DraftField[]): { title: string; rows: AnswerRow[] }[] {
  const isCompany = ({ field }: DraftField): boolean => field.kind === 'record' && registers[field.register]?.entities[field.entity]?.subject === 'company'
  const groups = [
    { title: t('apply:records.company'), rows: records.filter(isCompany) },
    { title: t('apply:records.person'), rows: records.filter((one) => !isCompany(one)) },
  ]
  return groups.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => ({ title, rows: rows.map(answerRow(t, lang)) }))
}
