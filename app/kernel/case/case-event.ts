import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd, Made } from '#app/kernel/definition/definition.ts'
import type { Sources } from '#app/kernel/records/sources.ts'

import type { Answers, Value } from './answer.ts'
import type { Applicant, CaseState, Person } from './case-state.ts'

/** A coded reason, with what the desk adds in its own words. */
export type Reason = { code: string; text: string }

/** One thing named in a return: what the applicant must give again, and why. */
export type ReturnItem = { name: string; reason: Reason; by: string }

/** What happened. `at` is epoch ms; the store adds the case's id, the version and the chain. */
export type CaseEvent = { at: number; actor: EventActor } & EventBody

export type EventActor = { kind: 'citizen' | 'staff' | 'system' | 'register'; id: string; name: string }

export type EventBody =
  | {
      type: 'submitted'
      caseId: string
      ref: string
      service: string
      definitionHash: string
      definitionVersion: number
      calendarVersion: number
      applicant: Applicant
      answers: Answers
      sources?: Sources
      parent?: CaseState['parent']
    }
  | { type: 'task_opened'; task: string; round: number; desks: readonly string[] }
  | { type: 'task_skipped'; task: string }
  | { type: 'task_claimed'; task: string; round: number; desk: string; person: Person }
  | { type: 'task_released'; task: string; round: number; desk: string }
  | { type: 'task_handed_over'; task: string; round: number; desk: string; to: Person }
  | { type: 'visit_scheduled'; task: string; round: number; on: string }
  | {
      type: 'task_reported'
      task: string
      round: number
      desk: string
      outcome: string
      reasons: readonly Reason[]
      note: string
      items: readonly ReturnItem[]
      sets: Readonly<Record<string, Value>>
    }
  | { type: 'task_decided'; task: string; round: number; outcome: string; silent: boolean }
  | { type: 'return_sent'; stage: string; round: number; items: readonly ReturnItem[] }
  | { type: 'corrected'; stage: string; round: number; answers: Answers; reopens: readonly string[] }
  | { type: 'return_expired'; stage: string; round: number }
  | { type: 'branch_chosen'; choose: string; branch: number }
  | { type: 'items_counted'; each: string; count: number }
  | { type: 'sub_opened'; sub: string; service: string; definitionHash: string; company: string | null }
  | { type: 'sub_moved'; sub: string; whose: Whose }
  | { type: 'sub_ended'; sub: string; end: CaseEnd; answers: Answers; problem?: string }
  | { type: 'supplied'; answers: Answers }
  | { type: 'objected'; wait: string; text: string }
  | { type: 'extended'; days: number; reason: Reason }
  | { type: 'appealed'; text: string }
  | { type: 'revoked'; reason: Reason; codes: readonly string[] }
  /** `until`: the last day on which they do not hold. */
  | { type: 'suspended'; reason: Reason; codes: readonly string[]; until: string }
  | { type: 'resumed'; codes: readonly string[] }
  | { type: 'renewal_offered'; auto: string; code: string }
  | { type: 'wait_opened'; wait: string; amount: number | null }
  | { type: 'paid'; wait: string; amount: number; reference: string }
  | { type: 'record_arrived'; wait: string; answers: Answers }
  | { type: 'wait_ended'; wait: string; expired: boolean }
  | { type: 'result_issued'; auto: string; kind: Made['kind']; template: string; code: string; validUntil: string | null; revokes?: readonly string[] }
  | { type: 'clock_switched'; whose: Whose }
  | { type: 'version_changed'; definitionHash: string; definitionVersion: number; choices: Readonly<Record<string, number>> }
  | { type: 'withdrawn'; note: string }
  | { type: 'ended'; end: CaseEnd }

export type EventType = EventBody['type']
