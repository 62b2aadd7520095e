import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import type { TaskListItem } from '#app/ui/task-list/task-list.tsx'
import type { Environment } from '#app/use-cases/environment.ts'
import { foreseenWaits } from '#app/use-cases/foreseen-waits.ts'
import type { DraftField, OpenDraft } from '#app/use-cases/open-draft.ts'
import { type ApplicationPlan, isOpen, nextQuestion, planOf } from '#app/view/application-plan.ts'
import { questionLabel } from '#app/view/show-value.ts'
import { stopsOf } from '#app/view/stop-view.ts'
import { waitsView } from '#app/view/waits-view.ts'

type Item = Pick<TaskListItem, 'title' | 'href' | 'status'> & { hint?: string }

/** A draft at a glance: what is done, what is left, what stands in the way. */
export function overviewOf(t: TFunction, lang: Language, env: Environment, open: OpenDraft, name: string) {
  const { draft, definition } = open
  const plan = planOf(open)
  const question = nextQuestion(plan, null)
  const untouched = plan.records.length > 0 && draft.version === 1
  return {
    draft: draft.id,
    service: t(`services/${definition.service}:title`),
    serviceId: definition.service,
    applicant: companyName(open) ?? name,
    done: plan.done,
    total: plan.total,
    items: itemsOf(t, open, plan),
    // Who has just begun sees first what is known already.
    next: `/apply/${draft.id}/${untouched ? 'records' : (question ?? 'review')}`,
    stops: stopsOf(t, lang, open),
    waits: waitsView(t, lang, definition.service, foreseenWaits(env, definition, draft.answers)),
  }
}

/** A company is called by the name its register knows. */
function companyName({ draft, fields }: OpenDraft): string | null {
  if (draft.company === null) return null
  const named = fields.find(({ field }) => field.concept === 'company_name')
  return named?.answer ? String(named.answer.value) : draft.company
}

function itemsOf(t: TFunction, { draft, definition }: OpenDraft, plan: ApplicationPlan): Item[] {
  const address = (page: string): string => `/apply/${draft.id}/${page}`
  const about = t(definition.audience === 'business' ? 'apply:records.titleBusiness' : 'apply:records.title')
  const records: Item[] = plan.records.length === 0 ? [] : [{ title: about, href: address('records'), hint: t('apply:overview.known', { count: plan.records.filter(({ answer }) => answer !== null).length }), status: 'completed' }]
  const questions = plan.questions.map((one): Item => ({
    title: one.field.optional ? t('ui:field.optional', { label: questionLabel(t, one.field) }) : questionLabel(t, one.field),
    href: address(one.field.name),
    status: statusOf(one),
  }))
  return [...records, ...questions, { title: t('apply:review.title'), href: address('review'), status: plan.ready ? 'notStarted' : 'cannotStart' }]
}

/** An answer can go wrong by itself, such as a day that has passed. */
const statusOf = (one: DraftField): TaskListItem['status'] => (!isOpen(one) ? 'completed' : one.answer === null ? 'notStarted' : 'error')
