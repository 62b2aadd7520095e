import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { openReturn, openTasks, openWaits } from '#app/kernel/case/case-state.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import { stepLabel } from '#app/view/step-label.ts'

import { visitKind } from './visit-kind.ts'

type Followed = Pick<FollowedCase, 'state' | 'definition' | 'deadlines' | 'left' | 'days' | 'provisional'>

/** How the time of a case stands: facts with their labels, and sentences. */
export type StatusView = {
  left: FollowedCase['left']
  facts: readonly { key: string; label: string; value: string }[]
  shares: string
  /** Why the clock is stopped, since when, and what lets it run again. */
  stopped: string | null
  provisional: boolean
}

export function statusView(t: TFunction, lang: Language, followed: Followed): StatusView {
  const { days, left, provisional } = followed
  const inWords = (count: number): string => t('cases:clock.days', { count })
  return {
    left,
    facts: [...timeFacts(t, lang, followed), ...visitFacts(t, lang, followed)],
    shares: t('cases:clock.shares', { office: inWords(days.office), applicant: inWords(days.applicant), other: inWords(days.other) }),
    stopped: stoppedBecause(t, lang, followed),
    provisional,
  }
}

function timeFacts(t: TFunction, lang: Language, { state, definition, deadlines, days }: Followed): StatusView['facts'] {
  const fact = (key: string, value: string) => ({ key, label: t(`cases:clock.${key}`), value })
  const used = t('cases:clock.used_of', { used: Math.floor(deadlines?.promise.used ?? days.office), promised: t('cases:clock.days', { count: definition.promise.amount + state.extended }) })
  const sent = fact('sent_on', formatDate(state.submittedAt, lang))
  if (state.endedAt !== null) return [sent, fact('ended_on', formatDate(state.endedAt, lang)), fact('took', used)]
  const dueAt = deadlines?.promise.dueAt
  return [fact('promised_by', dueAt == null ? t('cases:clock.promised_open') : formatDate(dueAt - 1, lang)), fact('used', used), sent]
}

function visitFacts(t: TFunction, lang: Language, { state, definition }: Followed): StatusView['facts'] {
  return openTasks(state).flatMap(({ name, visitOn }) => (visitOn ? [{ key: name, label: t(`cases:clock.visit_${visitKind(definition, name)}`), value: formatDate(visitOn, lang) }] : []))
}

function stoppedBecause(t: TFunction, lang: Language, { state }: Followed): string | null {
  const segment = state.segments.at(-1)
  if (state.end !== null || !segment || segment.to !== null || segment.whose === 'office') return null
  const since = formatDate(segment.from, lang)
  if (openReturn(state)) return t('cases:clock.stopped.return', { since })
  const waits = openWaits(state)
  if (waits.some((wait) => wait.amount !== null)) return t('cases:clock.stopped.pay', { since })
  const wait = waits[0]
  return wait ? t('cases:clock.stopped.record', { since, step: stepLabel(t, state.service, wait.name) }) : t('cases:clock.stopped.other', { since })
}
