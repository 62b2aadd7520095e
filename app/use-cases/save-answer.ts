import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answer, AnswerFile, Value } from '#app/kernel/case/answer.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { type FieldProblemCode, type Problem, refuse } from '#app/kernel/case/problem.ts'
import type { Draft } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { type DraftField, type OpenDraft, openDraft, type WhichDraft } from './open-draft.ts'
import { fromRecord } from './read-records.ts'

/** What the applicant typed, chose or uploaded; `unread`: what they typed can't be read as this kind of value. */
export type Input = { value: Value; file?: AnswerFile } | { pick: string } | { unread: FieldProblemCode }

export type Saved = { ok: true; draft: Draft } | { ok: false; problem: Problem }

/**
 * Saves one answer of a draft, if it is sound. Problems: `not_found`, `invalid` (which field, what is wrong),
 * `too_late` (submitted meanwhile).
 */
export async function saveAnswer(env: Environment, actor: Actor, which: WhichDraft, name: string, input: Input): Promise<Saved> {
  const open = await openDraft(env, actor, which)
  const field = open?.fields.find((one) => one.field.name === name)
  if (!open || !field?.asked) return refuse({ code: 'not_found' })
  if (open.draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  const answered = answerFrom(env, open, field, input)
  if ('code' in answered) return refuse({ code: 'invalid', fields: [{ name, ...answered }] })
  return saveDraft(env, open.draft, { ...open.draft.answers, ...answered.answers })
}

/** Compare-and-set: two windows on one draft save one after the other; the later answer to a question counts. */
export async function saveDraft(env: Environment, draft: Draft, answers: Draft['answers'], more: Partial<Pick<Draft, 'options' | 'sources'>> = {}): Promise<Saved> {
  const next: Draft = { ...draft, ...more, answers, version: draft.version + 1, updatedAt: env.now() }
  if (await env.store.drafts.save(next)) return { ok: true, draft: next }
  const current = await env.store.drafts.load(draft.id)
  if (!current) return refuse({ code: 'not_found' })
  if (current.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  const changed = Object.fromEntries(Object.entries(answers).filter(([name, answer]) => draft.answers[name] !== answer))
  const stay = Object.entries(current.answers).filter(([name]) => Object.hasOwn(answers, name) || !Object.hasOwn(draft.answers, name))
  return saveDraft(env, current, { ...Object.fromEntries(stay), ...changed }, more)
}

type Answered = { answers: Record<string, Answer> } | { code: FieldProblemCode; params?: Readonly<Record<string, string | number>> }

function answerFrom(env: Environment, open: OpenDraft, { field, answer }: DraftField, input: Input): Answered {
  if ('unread' in input) return { code: input.unread }
  if ('pick' in input) return picked(open, field.name, input.pick)
  if (input.value === null && field.optional) return { answers: { [field.name]: { value: null, source: 'applicant', envelope: answer?.envelope ?? null, file: null } } }
  if (input.value === null) return { code: 'missing' }
  // The register's own value stays beside an edit; the same value is no edit.
  if (answer?.envelope && answer.envelope.value === input.value) return { answers: { [field.name]: fromRecord(answer.envelope, answer.file) } }
  const given: Answer = { value: input.value, source: 'applicant', envelope: answer?.envelope ?? null, file: input.file ?? null, ...(answer?.differs ? { differs: answer.differs } : {}) }
  const wrong = checkAnswer(field.name, field.type, given, localDate(env.catalogue.calendar, env.now()))
  return wrong ? { code: wrong.code, ...(wrong.params ? { params: wrong.params } : {}) } : { answers: { [field.name]: given } }
}

/** Chooses one of the applicant's own records; the fields that go with it follow. */
function picked(open: OpenDraft, name: string, key: string): Answered {
  const envelope = open.draft.options[name]?.find((one) => one.key === key)
  if (!envelope) return { code: 'not_a_choice' }
  const companions = Object.values(open.definition.data).flatMap((field): [string, Answer][] => {
    if (field.kind !== 'record' || field.with !== name) return []
    const own = open.draft.options[`${name}.${field.name}`]?.find((one) => one.key === key)
    return own ? [[field.name, fromRecord(own)]] : []
  })
  return { answers: { [name]: fromRecord(envelope), ...Object.fromEntries(companions) } }
}
