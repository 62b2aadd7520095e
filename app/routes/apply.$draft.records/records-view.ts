import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { SourceStanding } from '#app/kernel/records/sources.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'
import { nextQuestion, planOf } from '#app/view/application-plan.ts'
import { type AnswerRow, answerRow } from '#app/view/record-rows.ts'

/** What one register gave for a draft; or why it gave nothing. */
export type SourceGroup = { id: string; name: string; owner: string; phone: string; standing: SourceStanding; rows: readonly AnswerRow[] }

/** What registers hold for a draft, source by source, for the applicant to use or not. */
export function recordsView(t: TFunction, lang: Language, catalogue: Catalogue, open: OpenDraft) {
  const { draft, definition } = open
  const plan = planOf(open)
  const groups = Object.keys(draft.sources).map((register) => describe(t, lang, catalogue, register, draft.sources[register] ?? 'open', plan.records))
  return {
    draft: draft.id,
    service: t(`services/${definition.service}:title`),
    heading: t(definition.audience === 'business' ? 'apply:records.titleBusiness' : 'apply:records.title'),
    used: groups.filter(({ standing, rows }) => standing === 'read' && rows.length > 0),
    unused: groups.filter(({ standing }) => standing !== 'read'),
    next: `/apply/${draft.id}/${nextQuestion(plan, null) ?? 'review'}`,
  }
}

function describe(t: TFunction, lang: Language, { registers }: Catalogue, id: string, standing: SourceStanding, records: readonly DraftField[]): SourceGroup {
  const owner = registers[id]?.owner ?? ''
  const rows = records.filter(({ field }) => field.kind === 'record' && field.register === id).map(answerRow(t, lang))
  return { id, name: t(`registers:${id}.name`), owner: t(`departments:${owner}.name`), phone: t(`departments:${owner}.phone`), standing, rows }
}
