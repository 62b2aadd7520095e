import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { openWaits } from '#app/kernel/case/case-state.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import type { Step } from '#app/use-cases/steps.ts'
import { stepDepartments } from '#app/view/step-departments.ts'
import { stepLabel } from '#app/view/step-label.ts'

type Followed = Pick<FollowedCase, 'state' | 'definition' | 'deadlines' | 'steps'>

/** What happens next, in sentences: what is needed, who has it, by when, how often anybody has to go anywhere. */
export function nextLines(t: TFunction, lang: Language, followed: Followed): string[] {
  const { state, definition, steps } = followed
  if (state.end !== null) return []
  const waits = openWaits(state).map((wait) => t('cases:receipt.wait', { text: t(`services/${state.service}:waits.${wait.name}`) }))
  const working = steps.filter((step) => step.kind === 'task' && step.state === 'now').map((step) => nowLine(t, state.service, step))
  const { trips, siteVisits, returns } = definition.guarantee
  const visits = siteVisits > 0 ? [t('cases:receipt.visits', { count: siteVisits })] : []
  const asks = returns > 0 ? [t('cases:receipt.returns', { count: returns })] : []
  const goes = trips > 0 ? t('cases:receipt.trips', { count: trips }) : t('cases:receipt.no_trip')
  return [...waits, ...working, promiseLine(t, lang, followed), goes, ...visits, ...asks]
}

function nowLine(t: TFunction, service: string, step: Pick<Step, 'kind' | 'name' | 'departments'>): string {
  const department = stepDepartments(t, service, step).join(' · ')
  return t('cases:receipt.now', { department, step: stepLabel(t, service, step.name) })
}

function promiseLine(t: TFunction, lang: Language, { definition, deadlines }: Followed): string {
  const days = t('cases:clock.days', { count: definition.promise.amount })
  const dueAt = deadlines?.promise.dueAt
  return dueAt == null ? t('cases:receipt.promised_open', { days }) : t('cases:receipt.promised', { days, date: formatDate(dueAt - 1, lang) })
}
