import type { CaseEvent, EventActor, EventBody } from '#app/kernel/case/case-event.ts'

import type { Touch } from './personal-part.ts'
import { walkAnswers, walkValues } from './walk-answers.ts'
import { walkApplicant, walkItems, walkReason, walkReasons } from './walk-state.ts'

/** Everything personal in an event. Officials act in public: their names stay. */
export const walkEvent = <Event extends CaseEvent>(event: Event, touch: Touch): Event => ({
  ...event,
  ...walkBody(event, touch),
  actor: walkActor(event.actor, touch),
})

const walkActor = (actor: EventActor, touch: Touch): EventActor => (actor.kind === 'citizen' ? { ...actor, name: touch('actor/name', actor.name, '') } : actor)

/** No case for a kind of event is a mistake the compiler finds: somebody has to say what is personal in it. */
function walkBody(event: EventBody, touch: Touch): Partial<EventBody> {
  switch (event.type) {
    case 'submitted':
      return { applicant: walkApplicant(event.applicant, 'applicant', touch), answers: walkAnswers(event.answers, 'answers', touch) }
    case 'corrected':
    case 'supplied':
    case 'record_arrived':
    case 'sub_ended':
      return { answers: walkAnswers(event.answers, 'answers', touch) }
    case 'task_reported':
      return {
        reasons: walkReasons(event.reasons, 'reasons', touch),
        note: touch('note', event.note, ''),
        items: walkItems(event.items, 'items', touch),
        sets: walkValues(event.sets, 'sets', touch),
      }
    case 'return_sent':
      return { items: walkItems(event.items, 'items', touch) }
    case 'extended':
    case 'revoked':
    case 'suspended':
      return { reason: walkReason(event.reason, 'reason', touch) }
    case 'objected':
    case 'appealed':
      return { text: touch('text', event.text, '') }
    case 'withdrawn':
      return { note: touch('note', event.note, '') }
    case 'paid':
      return { reference: touch('reference', event.reference, '') }
    default:
      return nothingPersonal(event)
  }
}

type Plain = Extract<
  EventBody,
  {
    type:
      | 'task_opened' | 'task_skipped' | 'task_claimed' | 'task_released' | 'task_handed_over' | 'visit_scheduled' | 'task_decided'
      | 'return_expired' | 'branch_chosen' | 'items_counted' | 'sub_opened' | 'sub_moved' | 'resumed' | 'renewal_offered' | 'wait_opened'
      | 'wait_ended' | 'result_issued' | 'clock_switched' | 'version_changed' | 'ended'
  }
>

const nothingPersonal = (_event: Plain): Partial<EventBody> => ({})
