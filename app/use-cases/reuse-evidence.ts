import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answer } from '#app/kernel/case/answer.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import type { ApplicationField } from '#app/kernel/case/check-application.ts'
import { refuse } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Evidence } from '#db/evidence-store.ts'
import type { Draft } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { type OpenDraft, openDraft } from './open-draft.ts'
import { fromRecord } from './read-records.ts'
import { saveDraft, type Saved } from './save-answer.ts'
import { subjectsOf } from './subjects-of.ts'

/** Stands where an envelope names its register: the portal's own keeping of documents that a desk has checked. */
export const EVIDENCE = 'evidence'

/** Documents of whom an application is for that were checked before, still hold, and would answer this question; newest first. */
export async function evidenceFor(env: Environment, { draft, definition }: Pick<OpenDraft, 'draft' | 'definition'>, field: ApplicationField): Promise<readonly Evidence[]> {
  if (field.type.type !== 'file') return []
  const { person, company } = await subjectsOf(env, draft)
  const subject = definition.audience === 'business' ? company : person
  const today = localDate(env.catalogue.calendar, env.now())
  const held = subject === null ? [] : await env.store.evidence.of(subject, [field.concept], today)
  return held.filter((one) => checkAnswer(field.name, field.type, answerWith(env, one), today) === null)
}

/** Answers a question with a document that was checked before. Problems: `not_found` (no such question, none of theirs, run out), `too_late`. */
export async function reuseEvidence(env: Environment, actor: Actor, draftId: string, name: string, evidenceId: string): Promise<Saved> {
  const open = await openDraft(env, actor, draftId)
  const one = open?.fields.find(({ field }) => field.name === name)
  if (!open || !one?.asked) return refuse({ code: 'not_found' })
  if (open.draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  const found = (await evidenceFor(env, open, one.field)).find(({ id }) => id === evidenceId)
  return found ? saveDraft(env, open.draft, { ...open.draft.answers, [name]: answerWith(env, found) }) : refuse({ code: 'not_found' })
}

function answerWith({ catalogue }: Environment, { id, concept, file, checkedOn, validUntil }: Evidence): Answer {
  const classification = catalogue.concepts[concept]?.classification ?? 'sensitive'
  return fromRecord({ register: EVIDENCE, entity: concept, key: id, field: 'file', value: file.id, asOf: checkedOn, validUntil, classification }, file)
}

/** Documents of a draft that have run out since they were taken over. @param today YYYY-MM-DD */
export const outdatedEvidence = ({ answers }: Pick<Draft, 'answers'>, today: string): string[] =>
  Object.entries(answers).flatMap(([name, { envelope }]) => (envelope?.register === EVIDENCE && envelope.validUntil !== null && envelope.validUntil < today ? [name] : []))
