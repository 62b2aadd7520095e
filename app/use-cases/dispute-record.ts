import type { Actor } from '#app/kernel/case/actor.ts'
import { type Answer, type Answers, type Envelope, given, type Value } from '#app/kernel/case/answer.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import { type FieldProblem, type Problem, refuse } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Definition, RecordField } from '#app/kernel/definition/definition.ts'
import type { QuestionType } from '#app/kernel/definition/question-type.ts'
import type { Verdict } from '#db/scan-store.ts'
import type { Draft } from '#db/store.ts'

import { beginCase } from './begin-case.ts'
import type { Environment } from './environment.ts'
import { examineUpload } from './examine-upload.ts'
import { type DraftField, openDraft } from './open-draft.ts'
import { subjectOf } from './read-records.ts'
import { type Input, saveDraft } from './save-answer.ts'
import { storeUpload } from './store-upload.ts'
import { subjectsOf } from './subjects-of.ts'

/** The service by which the owner of a register looks at what is said to be wrong. */
export const CORRECTION = 'record-correction'

/** What the applicant says: the right value, why, and what shows it, if they have something. */
export type Dispute = { claimed: Input; reason: string; proof: { name: string; content: Uint8Array } | null }

export type Disputed = { ok: true; ref: string } | { ok: false; problem: Problem }

/**
 * "This is wrong": a case at the owner of the register, linked to the draft, which goes on with both values. Said twice it
 * is the same case. Problems: `not_found` (no such value, or one the applicant can simply change); `too_late` (handed in);
 * `invalid` for `claimed` (`missing`, `not_changed`, or what is wrong with it), `correction_reason`, `correction_proof`.
 */
export async function disputeRecord(env: Environment, actor: Actor, draftId: string, name: string, dispute: Dispute): Promise<Disputed> {
  const open = await openDraft(env, actor, draftId)
  const one = open?.fields.find(({ field }) => field.name === name)
  const definition = env.catalogue.services[CORRECTION]
  if (!open || !one || !definition || actor.kind !== 'citizen') return refuse({ code: 'not_found' })
  if (one.answer?.differs?.because === 'disputed') return { ok: true, ref: one.answer.differs.ref }
  if (open.draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  const { field, answer } = one
  if (!isDisputable(one) || field.kind !== 'record' || !answer?.envelope) return refuse({ code: 'not_found' })
  const { claimed, verdict, problems } = await checkDispute(env, actor, definition, field, answer, dispute)
  if (problems.length > 0 || claimed === null) return refuse({ code: 'invalid', fields: problems })
  const answers = await caseAnswers(env, actor, open.draft, field, answer.envelope, claimed, { ...dispute, verdict })
  const applicant = { person: actor.id, name: actor.name, company: null, companyName: null }
  const committed = await beginCase(env, actor, definition, { applicant, answers }, { draft: null, idempotencyKey: `dispute:${draftId}:${name}` })
  if (!committed.ok) return committed
  const { ref } = committed.state
  const both: Answer = { value: claimed, source: 'applicant', envelope: answer.envelope, file: null, differs: { because: 'disputed', ref } }
  const saved = await saveDraft(env, open.draft, { ...open.draft.answers, [name]: both })
  return saved.ok ? { ok: true, ref } : saved
}

/** A register's value that the applicant can't simply change. A document is put right by giving another one. */
export const isDisputable = ({ field, answer, asked }: Pick<DraftField, 'field' | 'answer' | 'asked'>): boolean =>
  field.kind === 'record' && !asked && answer?.source === 'record' && answer.value !== null && field.type.type !== 'file'

async function checkDispute(env: Environment, actor: Actor, definition: Definition, field: RecordField, answer: Answer, { claimed, reason, proof }: Dispute): Promise<{ claimed: Value; verdict: Verdict | null; problems: FieldProblem[] }> {
  const today = localDate(env.catalogue.calendar, env.now())
  const value = 'value' in claimed ? claimed.value : null
  const problems: FieldProblem[] = []
  let verdict: Verdict | null = null
  const says = (name: string, problem: Omit<FieldProblem, 'name'> | null): void => void (problem && problems.push({ ...problem, name }))
  if ('unread' in claimed) says('claimed', { code: claimed.unread })
  else if (value === null) says('claimed', { code: 'missing' })
  else if (value === answer.value) says('claimed', { code: 'not_changed' })
  else says('claimed', checkAnswer(field.name, field.type, given(value), today))
  says('correction_reason', checkNamed(definition, 'correction_reason', reason === '' ? null : reason, today))
  if (proof) {
    const type = definition.data.correction_proof?.type
    const examined = type ? await examineUpload(env, actor, 'correction_proof', type, proof) : null
    if (examined?.ok) verdict = examined.verdict
    else says('correction_proof', examined?.problem ?? null)
  }
  return { claimed: value, verdict, problems }
}

function checkNamed({ data }: Definition, name: string, value: Value, today: string): FieldProblem | null {
  const type = data[name]?.type
  if (value === null) return { name, code: 'missing' }
  return type ? checkAnswer(name, type, given(value), today) : null
}

async function caseAnswers(env: Environment, actor: Actor, draft: Draft, field: RecordField, envelope: Envelope, claimed: Value, { reason, proof, verdict }: Dispute & { verdict: Verdict | null }): Promise<Answers> {
  const subject = subjectOf(env.catalogue, field, await subjectsOf(env, draft), draft.answers) ?? ''
  const file = proof ? await storeUpload(env, actor, proof, verdict) : null
  const values = {
    register_owner: env.catalogue.registers[envelope.register]?.owner ?? '',
    record_register: envelope.register,
    record_entity: envelope.entity,
    record_subject: subject,
    record_key: envelope.key,
    record_field: envelope.field,
    record_value: writtenOut(field.type, envelope.value),
    claimed_value: writtenOut(field.type, claimed),
    correction_reason: reason,
  }
  const said = Object.entries(values).map(([name, value]): [string, Answer] => [name, given(value)])
  return { ...Object.fromEntries(said), ...(file ? { correction_proof: given(file.id, file) } : {}) }
}

/** A value as the owner's desk reads it, and `read-claimed.ts` takes it back: money in yuan, yes and no in words. */
function writtenOut({ type }: QuestionType, value: Value): string {
  if (value === null) return ''
  if (type === 'money') return (Number(value) / 100).toFixed(2)
  if (type === 'yes_no') return value === true ? 'yes' : 'no'
  return String(value)
}
