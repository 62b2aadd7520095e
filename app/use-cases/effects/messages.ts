import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import type { NewMessage } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

/** What the applicant is told, by topic; the message itself holds nothing personal. */
const topics: Partial<Record<CaseEvent['type'], string>> = {
  submitted: 'case_received',
  return_sent: 'answer_needed',
  wait_opened: 'case_waits',
  visit_scheduled: 'visit_scheduled',
  ended: 'case_ended',
  revoked: 'result_revoked',
  suspended: 'result_suspended',
  resumed: 'result_resumed',
  renewal_offered: 'renewal_offered',
}

export function messagesOf({ state, events, now }: Effect, id: () => string): NewMessage[] {
  return events.flatMap((event) => {
    const topic = topics[event.type]
    return topic ? [{ id: id(), topic, to: state.applicant.person, params: { ref: state.ref, service: state.service }, at: now }] : []
  })
}
