import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { type CaseState, taskKey } from '#app/kernel/case/case-state.ts'
import { baseName } from '#app/kernel/definition/item-name.ts'
import type { CaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { showMoney } from '#app/view/show-value.ts'
import { stepLabel } from '#app/view/step-label.ts'
import type { StoredEvent } from '#db/store.ts'

export type HistoryEntry = { id: string; at: number; title: string; by: string | null; note: string | null; tone: 'good' | 'urgent' | null }

/** Events that only say what others say already. */
const SILENT = new Set<StoredEvent['type']>(['clock_switched', 'branch_chosen', 'task_skipped', 'wait_ended', 'task_opened', 'items_counted', 'sub_moved'])

/** What happened, in words: who did what and what they wrote. */
export function historyOf(t: TFunction, lang: Language, found: Pick<CaseAtDesk, 'events' | 'state'>): HistoryEntry[] {
  return found.events.filter((event) => !SILENT.has(event.type) && !saidByReport(found.state, event)).map((event) => entryOf(t, lang, found.state.service, event))
}

/** The only report on a task says the same as its decision. */
function saidByReport(state: CaseState, event: StoredEvent): boolean {
  return event.type === 'task_decided' && !event.silent && state.tasks[taskKey(event.task, event.round)]?.parts.length === 1
}

function entryOf(t: TFunction, lang: Language, service: string, event: StoredEvent): HistoryEntry {
  return {
    id: String(event.version),
    at: event.at,
    title: titleOf(t, lang, service, event),
    // Who objects is told to nobody but the desk that decides on it.
    by: event.actor.kind === 'system' || event.type === 'objected' ? null : event.actor.name,
    note: noteOf(t, service, event),
    tone: event.type === 'return_sent' || event.type === 'revoked' || event.type === 'suspended' ? 'urgent' : event.type === 'ended' && event.end === 'granted' ? 'good' : null,
  }
}

/** Under which word of `on:` the reasons of an act beside the flow stand. */
const reasonsOf = { extended: 'extend', revoked: 'revoke', suspended: 'suspend' } as const

function noteOf(t: TFunction, service: string, event: StoredEvent): string | null {
  if (event.type === 'extended' || event.type === 'revoked' || event.type === 'suspended') {
    const { code, text } = event.reason
    return [t(`services/${service}:${reasonsOf[event.type]}.${code}`), text].filter(Boolean).join(' · ')
  }
  return 'note' in event && event.note ? event.note : null
}

/** The step an event is about. */
function stepOf(t: TFunction, service: string, event: StoredEvent): string {
  const name = 'task' in event ? event.task : 'wait' in event ? event.wait : 'sub' in event ? event.sub : null
  return name === null ? '' : stepLabel(t, service, name)
}

function titleOf(t: TFunction, lang: Language, service: string, event: StoredEvent): string {
  const words = (key: string) => t(`services/${service}:${key}`)
  const step = stepOf(t, service, event)
  const say = (params: Record<string, string> = {}) => t(`desk:history.${event.type}`, { step, ...params })
  switch (event.type) {
    case 'task_claimed':
      return say({ person: event.person.name })
    case 'task_handed_over':
      return say({ person: event.to.name })
    case 'visit_scheduled':
      return say({ on: formatDate(event.on, lang) })
    case 'task_reported':
      return say({ outcome: words(`outcomes.${baseName(event.task)}.${event.outcome}`) })
    case 'task_decided':
      return t(event.silent ? 'desk:history.task_silent' : 'desk:history.task_decided', { step, outcome: words(`outcomes.${baseName(event.task)}.${event.outcome}`) })
    case 'return_sent':
      return say({ count: String(event.items.length) })
    case 'wait_opened':
    case 'paid':
      return say({ amount: event.amount === null ? '' : showMoney(event.amount, lang) })
    case 'result_issued':
      return say({ result: words(event.kind === 'certificate' ? `certificates.${event.template}` : `letters.${event.template}`) })
    case 'extended':
      return say({ count: String(event.days) })
    case 'suspended':
      return say({ until: formatDate(event.until, lang) })
    case 'ended':
    case 'sub_ended':
      return say({ end: t(`desk:ends.${event.end}`) })
    default:
      return say()
  }
}
