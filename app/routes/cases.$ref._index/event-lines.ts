import type { TFunction } from 'i18next'

import { formatDate } from '#app/i18n/dates.ts'
import type { Language } from '#app/i18n/languages.ts'
import { type CaseState, latestRound, taskKey } from '#app/kernel/case/case-state.ts'
import { departmentOf } from '#app/kernel/case/seen-by.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'
import { fieldLabel, showMoney } from '#app/view/show-value.ts'
import { stepLabel } from '#app/view/step-label.ts'
import type { StoredEvent } from '#db/store.ts'

import { visitKind } from './visit-kind.ts'

export type EventLine = { id: string; at: number; title: string; by: string; tone: 'good' | 'urgent' | null; body: string | null }

type Followed = Pick<FollowedCase, 'events' | 'state' | 'definition'>
type Words = (key: string, params?: Record<string, string>) => string

/** What has happened, newest first, in plain words: departments act, never clerks by name. */
export function eventLines(t: TFunction, lang: Language, followed: Followed): EventLine[] {
  const told = followed.events.filter((event, i) => !saysNothing(followed, event, followed.events[i - 1]))
  return told.reverse().map((event) => ({
    id: String(event.version),
    at: event.at,
    title: titleOf(t, lang, followed, event),
    by: byOf(t, followed, event),
    tone: toneOf(event),
    body: bodyOf(t, lang, followed, event),
  }))
}

/** Steps of the machine, and events that repeat what the one beside them says. */
function saysNothing({ state }: Followed, event: StoredEvent, before: StoredEvent | undefined): boolean {
  if (event.type === 'branch_chosen' || event.type === 'task_skipped' || event.type === 'items_counted' || event.type === 'sub_moved') return true
  if (event.type === 'task_reported') return state.tasks[taskKey(event.task, event.round)]?.parts.length === 1
  return event.type === 'wait_ended' && !event.expired && (before?.type === 'paid' || before?.type === 'record_arrived')
}

function titleOf(t: TFunction, lang: Language, { state, definition, events }: Followed, event: StoredEvent): string {
  const of: Words = (key) => t(`services/${state.service}:${key}`)
  const say: Words = (key, params = {}) => t(`cases:history.event.${key}`, params)
  switch (event.type) {
    case 'task_opened':
    case 'task_skipped':
    case 'task_claimed':
    case 'task_released':
    case 'task_handed_over':
      return say(event.type, { step: stepLabel(t, state.service, event.task) })
    case 'task_reported':
      return say(event.type, { step: stepLabel(t, state.service, event.task), outcome: of(`outcomes.${baseName(event.task)}.${event.outcome}`), department: departmentName(t, event.desk) })
    case 'task_decided':
      return say(event.type, { step: stepLabel(t, state.service, event.task), outcome: of(`outcomes.${baseName(event.task)}.${event.outcome}`) })
    case 'visit_scheduled':
      return say(`visit_${visitKind(definition, event.task)}`, { date: formatDate(event.on, lang) })
    case 'wait_opened':
      return event.amount === null ? say('wait_record', { step: stepLabel(t, state.service, event.wait) }) : say('wait_pay', { step: stepLabel(t, state.service, event.wait), amount: showMoney(event.amount, lang) })
    case 'paid':
    case 'record_arrived':
      return say(event.type, { step: stepLabel(t, state.service, event.wait) })
    case 'wait_ended':
      return say(event.expired ? 'wait_expired' : 'wait_over', { step: stepLabel(t, state.service, event.wait) })
    case 'result_issued':
      return say(`${event.kind}_issued`, { result: of(event.kind === 'certificate' ? `certificates.${event.template}` : `letters.${event.template}`) })
    case 'sub_opened':
    case 'sub_moved':
      return say('sub_opened', { step: stepLabel(t, state.service, event.sub) })
    case 'sub_ended':
      return say(`sub_${event.end}`, { step: stepLabel(t, state.service, event.sub) })
    case 'extended':
      return say('extended', { count: String(event.days) })
    case 'suspended':
      return say('suspended', { until: formatDate(event.until, lang) })
    case 'resumed':
      return say(event.actor.kind === 'system' ? 'resumed_by_itself' : 'resumed')
    case 'clock_switched':
      return say(event.whose === 'office' && event === events.find((one) => one.type === 'clock_switched') ? 'clock_begun' : `clock_${event.whose}`)
    case 'ended':
      return say(`ended_${event.end}`)
    case 'submitted':
    case 'return_sent':
    case 'corrected':
    case 'return_expired':
    case 'branch_chosen':
    case 'items_counted':
    case 'supplied':
    case 'objected':
    case 'appealed':
    case 'revoked':
    case 'renewal_offered':
    case 'version_changed':
    case 'withdrawn':
      return say(event.type)
    default:
      return event satisfies never
  }
}

function bodyOf(t: TFunction, lang: Language, { state, definition }: Followed, event: StoredEvent): string | null {
  const labels = (names: readonly string[]): string =>
    [...new Set(names)].map((name) => fieldNamed(definition, name)).flatMap((field) => (field ? [fieldLabel(t, field)] : [])).join(t('cases:history.colon'))
  switch (event.type) {
    case 'return_sent':
      return t('cases:history.asked', { labels: labels(event.items.map((item) => item.name)) })
    case 'corrected':
      return t('cases:history.given', { labels: labels(Object.keys(event.answers)) })
    case 'supplied':
      return t('cases:history.given', { labels: labels(Object.keys(event.answers)) })
    case 'extended':
      return inFull(t(`services/${state.service}:extend.${event.reason.code}`), event.reason.text)
    case 'revoked':
      return inFull(t(`services/${state.service}:revoke.${event.reason.code}`), event.reason.text)
    case 'suspended':
      return inFull(t(`services/${state.service}:suspend.${event.reason.code}`), event.reason.text)
    case 'appealed':
      return event.text
    case 'paid':
      return t('cases:history.paid', { amount: showMoney(event.amount, lang), reference: event.reference })
    case 'task_decided':
      return event.silent ? t('cases:history.silent', { outcome: t(`services/${state.service}:outcomes.${baseName(event.task)}.${event.outcome}`) }) : null
    case 'withdrawn':
      return event.note || null
    default:
      return null
  }
}

/** A coded reason, and what the office adds in its own words. */
const inFull = (reason: string, text: string): string => (text ? `${reason} · ${text}` : reason)

function toneOf(event: StoredEvent): EventLine['tone'] {
  if (event.type === 'return_sent' || event.type === 'return_expired' || event.type === 'revoked' || event.type === 'suspended') return 'urgent'
  if (event.type === 'ended') return event.end === 'granted' || event.end === 'partly_granted' ? 'good' : 'urgent'
  return event.type === 'result_issued' && event.kind === 'certificate' ? 'good' : null
}

function byOf(t: TFunction, { state, definition }: Followed, event: StoredEvent): string {
  const { actor } = event
  // Whoever objects is protected from the one they object to.
  if (event.type === 'objected') return t('cases:history.not_named')
  if (actor.kind === 'citizen') return actor.id === state.applicant.person ? t('cases:history.you') : actor.name
  if (actor.kind === 'register') return t(`registers:${actor.id}.name`)
  if ('desk' in event) return departmentName(t, event.desk)
  const desks = desksOf(definition, state, event)
  // A silent decision is nobody's.
  if (desks.length === 0 || (event.type === 'task_decided' && event.silent)) return t('cases:history.system')
  return [...new Set(desks.map((desk) => departmentName(t, desk)))].join(' · ')
}

/** The desks whose act an event is. */
function desksOf(definition: Definition, state: CaseState, event: StoredEvent): readonly string[] {
  switch (event.type) {
    case 'extended':
      return [definition.extension?.by ?? '']
    case 'revoked':
      return [definition.revocation?.by ?? '']
    case 'suspended':
    case 'resumed':
      return event.actor.kind === 'system' ? [] : [definition.suspension?.by ?? '']
    case 'return_sent':
      return event.items.map((item) => item.by)
    default:
      return 'task' in event ? officesOf(definition, state, event.task) : []
  }
}

/** Those a task came to; before, those it can come to, as far as one value does not still have to say which. */
function officesOf(definition: Definition, state: CaseState, task: string): readonly string[] {
  const parts = latestRound(state, task)?.parts
  if (parts) return parts.map(({ desk }) => desk)
  const node = taskNode(definition, task)
  return node?.department === null ? node.desks : []
}

const departmentName = (t: TFunction, desk: string): string => t(`departments:${departmentOf(desk)}.name`)
