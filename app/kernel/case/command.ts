import type { Whose } from '#app/kernel/clock/segments.ts'
import type { CaseEnd } from '#app/kernel/definition/definition.ts'
import type { Sources } from '#app/kernel/records/sources.ts'

import type { Answers, Value } from './answer.ts'
import type { Applicant, CaseState, Person } from './case-state.ts'
import type { Reason, ReturnItem } from './case-event.ts'

/** The task a command answers, at the version its sender saw. */
export type TaskRef = { task: string; round: number; desk: string; version: number }

/** What somebody asks for. */
export type Command =
  | { type: 'submit'; caseId: string; ref: string; applicant: Applicant; answers: Answers; sources?: Sources; parent?: CaseState['parent'] }
  | ({ type: 'claim' } & TaskRef)
  | ({ type: 'release' } & TaskRef)
  | ({ type: 'hand_over'; to: Person & { desks: readonly string[] } } & TaskRef)
  | ({ type: 'schedule_visit'; on: string } & TaskRef)
  | ({ type: 'decide' } & TaskRef & Decision)
  | { type: 'correct'; stage: string; round: number; answers: Answers }
  | { type: 'pay'; wait: string; amount: number; reference: string }
  | { type: 'receive_record'; wait: string; answers: Answers }
  | { type: 'supply'; answers: Answers }
  | { type: 'object'; wait: string; text: string }
  | { type: 'hear_from_sub'; sub: string; whose: Whose; end: CaseEnd | null; answers: Answers; problem?: string }
  | { type: 'extend'; reason: Reason }
  | { type: 'appeal'; text: string }
  | { type: 'revoke'; reason: Reason }
  | { type: 'suspend'; reason: Reason; until: string }
  | { type: 'resume' }
  | { type: 'move_version'; hash: string }
  | { type: 'withdraw'; note: string }
  | { type: 'expire'; timer: TimerKey }

export type Decision = {
  outcome: string
  reasons: readonly Reason[]
  note: string
  /** Asked for by the outcome `return`. */
  items: readonly Omit<ReturnItem, 'by'>[]
  sets: Readonly<Record<string, Value>>
}

/** `silence:task:round`, `wait:name`, `return:stage:round`, and after the end `suspension:until`, `renewal:auto` */
export type TimerKey = string

