import type { CalendarProblem } from '#app/kernel/clock/calendar.ts'

/** A refusal, told by code; `params` fill its text (locales, namespace `problems`). */
export type Problem =
  | { code: 'not_found' }
  | { code: 'not_permitted' }
  | { code: 'case_ended' }
  | { code: 'stale_task'; task: string }
  | { code: 'task_closed'; task: string }
  | { code: 'claimed_by_other'; task: string; person: string }
  | { code: 'not_claimed'; task: string }
  | { code: 'same_person'; task: string; other: string }
  | { code: 'not_at_desk'; desk: string }
  | { code: 'unknown_outcome'; outcome: string }
  | { code: 'no_returns_left'; task: string }
  | { code: 'not_open'; what: string }
  | { code: 'not_due'; timer: string }
  | { code: 'wrong_amount'; expected: number }
  | { code: 'too_late'; what: string }
  | { code: 'done_already'; what: string }
  | { code: 'not_movable'; reasons: readonly MoveReason[] }
  | { code: 'requirement'; reason: string; names: readonly string[] }
  | { code: 'invalid'; fields: readonly FieldProblem[] }
  | { code: 'evidence_stalled' }
  | CalendarProblem

/** Why a case can't go by another version: a step that is missing or another one, an answer that does not fit, a way that would part. */
export type MoveReason = { what: 'step' | 'answer' | 'way'; name: string }

/** What is wrong with one field, and the figures its text needs. */
export type FieldProblem = { name: string; code: FieldProblemCode; params?: Readonly<Record<string, string | number>> }

export type FieldProblemCode =
  | 'missing'
  | 'not_a_number'
  | 'too_small'
  | 'too_large'
  | 'too_long'
  | 'not_a_choice'
  | 'not_a_date'
  | 'in_the_past'
  | 'in_the_future'
  | 'not_a_phone'
  | 'not_a_file'
  | 'wrong_file_type'
  | 'file_too_large'
  | 'empty_file'
  | 'infected_file'
  | 'too_many_pixels'
  | 'control_characters'
  | 'not_editable'
  | 'not_asked'
  | 'not_changed'
  | 'no_such_person'
  | 'over_a_year'
  | 'unknown_reason'
  | 'not_a_working_day'

export type Refused = { ok: false; problem: Problem }

export const refuse = (problem: Problem): Refused => ({ ok: false, problem })
