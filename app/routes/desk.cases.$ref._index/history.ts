import type { TFunction } from 'i18next'

import type { Language } from '#app/i18n/languages.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { type CaseState, taskKey } from '#app/kernel/case/case-state.ts'
import type { CaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { showMoney } from '#app/view/show-value.ts'
import type { StoredEvent } from '#db/store.ts'

export type HistoryEntry = { id: string; at: number; title: string; by: string | null; note: string | null; tone: 'good' | 'urgent' | null }

/** Events that only say what others say already. */
const SILENT = new Set<StoredEvent['type']>(['clock_switched', 'branch_chosen', 'task_skipped', 'wait_ended', 'task_opened'])

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
    by: event.actor.kind === 'system' ? null : event.actor.name,
    note: 'note' in event && event.note ? event.note : null,
    tone: event.type === 'return_sent' ? 'urgent' : event.type === 'ended' && event.end === 'granted' ? 'good' : null,
  }
}

function titleOf(t: TFunction, lang: Language, service: string, event: StoredEvent): string {
  const words = (key: string) => t(`services/${service}:${key}`)
  const step = 'task' in event ? words(`steps.${event.task}`) : 'wait' in event ? words(`steps.${event.wait}`) : ''
  const say = (params: Record<string, string> = {}) => t(`desk:history.${event.type}`, { step, ...params })
  switch (event.type) {
    case 'task_claimed':
      return say({ person: event.person.name })
    case 'task_handed_over':
      return say({ person: event.to.name })
    case 'visit_scheduled':
      return say({ on: formatDate(event.on, lang) })
    case 'task_reported':
      return say({ outcome: words(`outcomes.${event.task}.${event.outcome}`) })
    case 'task_decided':
      return t(event.silent ? 'desk:history.task_silent' : 'desk:history.task_decided', { step, outcome: words(`outcomes.${event.task}.${event.outcome}`) })
    case 'return_sent':
      return say({ count: String(event.items.length) })
    case 'wait_opened':
    case 'paid':
      return say({ amount: event.amount === null ? '' : showMoney(event.amount, lang) })
    case 'result_issued':
      return say({ result: words(event.kind === 'certificate' ? `certificates.${event.template}` : `letters.${event.template}`) })
    case 'ended':
      return say({ end: t(`desk:ends.${event.end}`) })
    default:
      return say()
  }
}
