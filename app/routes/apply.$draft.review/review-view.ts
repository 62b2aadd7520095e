import type { TFunction } from 'i18next'

import { fieldMessage } from '#app/http/refusal.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { foreseenWaits } from '#app/use-cases/foreseen-waits.ts'
import type { OpenDraft } from '#app/use-cases/open-draft.ts'
import { type ApplicationPlan, planOf } from '#app/view/application-plan.ts'
import { recordGroups } from '#app/view/record-groups.ts'
import { answerRow } from '#app/view/record-rows.ts'
import { fieldLabel } from '#app/view/show-value.ts'
import { stopsOf } from '#app/view/stop-view.ts'
import { waitsView } from '#app/view/waits-view.ts'

/** All that will be handed in, and what is still wrong with it. */
export function reviewView(t: TFunction, lang: Language, env: Environment, open: OpenDraft) {
  const { draft, definition } = open
  const plan = planOf(open)
  const answers = { title: t('apply:review.answers'), rows: plan.questions.map(answerRow(t, lang)) }
  return {
    draft: draft.id,
    service: t(`services/${definition.service}:title`),
    groups: [...recordGroups(t, lang, env.catalogue, plan.records), ...(answers.rows.length > 0 ? [answers] : [])],
    problems: problemsOf(t, open, plan),
    stops: stopsOf(t, lang, open),
    waits: waitsView(t, lang, definition.service, foreseenWaits(env, definition, draft.answers)),
    ready: plan.ready,
  }
}

/** Each a link to its question; what comes with a record that is not chosen yet is no question. */
function problemsOf(t: TFunction, { draft, problems }: OpenDraft, plan: ApplicationPlan): { href: string; text: string }[] {
  const shown = [...plan.records, ...plan.questions]
  return problems.flatMap((problem) => {
    const one = shown.find(({ field }) => field.name === problem.name)
    if (!one) return []
    const text = t('apply:review.problem', { name: fieldLabel(t, one.field), message: fieldMessage(t, problem) })
    return [{ href: `/apply/${draft.id}/${problem.name}?from=review`, text }]
  })
}
