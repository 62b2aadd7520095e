import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answer, Answers } from '#app/kernel/case/answer.ts'
import { type CaseState, openReturn } from '#app/kernel/case/case-state.ts'
import type { ReturnItem } from '#app/kernel/case/case-event.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import type { ApplicationField } from '#app/kernel/case/check-application.ts'
import { correctionNames } from '#app/kernel/case/correct.ts'
import { deadlinesOf } from '#app/kernel/case/deadlines.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Draft } from '#db/store.ts'

import { definitionOf, type Environment } from './environment.ts'
import { findCase } from './find-case.ts'

/** A return as the applicant answers it. */
export type OpenCorrection = {
  state: CaseState
  definition: Definition
  stage: string
  round: number
  /** Epoch ms, exclusive; null when the calendar does not reach so far. */
  dueAt: number | null
  late: boolean
  /** What was named, and what the new answers make necessary; in the order of the file. */
  fields: readonly CorrectionField[]
  /** Everything is answered. */
  ready: boolean
  /** Saved so far; null before the first save. */
  draft: Draft | null
}

export type CorrectionField = {
  field: ApplicationField
  /** What was asked and why; several departments may ask for one thing. None: made necessary by another new answer. */
  items: readonly ReturnItem[]
  before: Answer | null
  answer: Answer | null
  done: boolean
}

/** Stands where a draft names its service, so that no list of applications takes a correction for one. */
const SERVICE = 'correction'

export const isCorrection = (draft: Pick<Draft, 'service'>): boolean => draft.service === SERVICE

const draftId = (caseId: string, stage: string, round: number): string => `${SERVICE}:${caseId}:${stage}:${round}`

/** Null for a case that is not theirs; `not_open` when nothing is asked of them (any more). */
export async function openCorrection(env: Environment, actor: Actor, ref: string): Promise<OpenCorrection | 'not_open' | null> {
  const state = await findCase(env, actor, ref, 'follow_case')
  if (!state) return null
  const open = openReturn(state)
  if (!open || state.end !== null) return 'not_open'
  const { stage, sent } = open
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const draft = await env.store.drafts.load(draftId(state.id, stage, sent.round))
  const when = { calendar: env.catalogue.calendar, now: env.now() }
  const reckoned = deadlinesOf(definition, state, when.calendar, when.now)
  const dueAt = reckoned.ok ? (reckoned.value.return?.dueAt ?? null) : null
  const answers = draft?.answers ?? {}
  const today = localDate(when.calendar, when.now)
  const fields = correctionNames(definition, state, sent, answers, when).flatMap((name) => describe(definition, state, sent.items, answers, name, today))
  const late = dueAt !== null && when.now >= dueAt
  return { state, definition, stage, round: sent.round, dueAt, late, fields, ready: fields.every((field) => field.done), draft }
}

function describe(definition: Definition, state: CaseState, items: readonly ReturnItem[], answers: Answers, name: string, today: string): CorrectionField[] {
  const field = fieldNamed(definition, name)
  if (field?.kind !== 'question' && field?.kind !== 'record') return []
  const answer = answers[name] ?? null
  const done = answer !== null && checkAnswer(name, field.type, answer, today) === null
  return [{ field, items: items.filter((item) => item.name === name), before: state.answers[name] ?? null, answer, done }]
}

/** An empty draft for a return, of the person who begins to answer it. */
export function correctionDraft(env: Environment, actor: Actor, open: OpenCorrection): Draft {
  const { id, applicant, definitionHash } = open.state
  const now = env.now()
  return {
    id: draftId(id, open.stage, open.round),
    person: actor.id,
    company: applicant.company,
    service: SERVICE,
    definitionHash,
    answers: {},
    options: {},
    version: 1,
    createdAt: now,
    updatedAt: now,
    sources: {}, behalf: null, submittedRef: null,
  }
}
