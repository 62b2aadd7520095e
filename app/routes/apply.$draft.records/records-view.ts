import type { TFunction } from 'i18next'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'
import { nextQuestion, planOf } from '#app/view/application-plan.ts'
import { recordGroups } from '#app/view/record-groups.ts'

/** What registers hold for a draft, on whom, and who can put it right. */
export function recordsView(t: TFunction, lang: Language, catalogue: Catalogue, open: OpenDraft) {
  const { draft, definition } = open
  const plan = planOf(open)
  return {
    draft: draft.id,
    service: t(`services/${definition.service}:title`),
    heading: t(definition.audience === 'business' ? 'apply:records.titleBusiness' : 'apply:records.title'),
    groups: recordGroups(t, lang, catalogue, plan.records),
    owners: ownersOf(t, catalogue, plan.records),
    next: `/apply/${draft.id}/${nextQuestion(plan, null) ?? 'review'}`,
  }
}

/** The department behind each register in use: where a wrong value is put right. */
function ownersOf(t: TFunction, { registers }: Catalogue, records: readonly DraftField[]) {
  const used = [...new Set(records.flatMap(({ field }) => (field.kind === 'record' ? [field.register] : [])))]
  return used.flatMap((id) => {
    const owner = registers[id]?.owner
    return owner ? [{ register: t(`registers:${id}.name`), department: t(`departments:${owner}.name`), phone: t(`departments:${owner}.phone`) }] : []
  })
}
