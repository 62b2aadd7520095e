import { type Answers, given } from '#app/kernel/case/answer.ts'
import type { Actor, Mandated } from '#app/kernel/case/actor.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import { beginCase } from './begin-case.ts'
import type { Environment } from './environment.ts'
import { findAccess } from './list-access.ts'
import { type DataSubject, QUESTION_SERVICE } from './whose-data.ts'

/** The question, and the look in the words in which the one who asks was shown it. */
export type AccessQuestion = { text: string; shown: { when: string; who: string; purpose: string; fields: string } }

/** `first`: false when they had asked before, and this is the case of then. */
export type Questioned = { ok: true; ref: string; first: boolean } | { ok: false; problem: Problem }

/**
 * Asks the department that looked at somebody's data why it did: opens a case at it. However often one person asks about
 * one look, it is one case. Problems: `not_found` (no such look, not one they may see, or their own); those of the
 * kernel's `submit`, such as `invalid`.
 * @param entryId of the access log
 */
export async function questionAccess(env: Environment, actor: Actor, entryId: string, question: AccessQuestion): Promise<Questioned> {
  const found = await findAccess(env, actor, entryId)
  const definition = env.catalogue.services[QUESTION_SERVICE]
  if (!found?.access.questionable || !definition || actor.kind !== 'citizen') return refuse({ code: 'not_found' })
  const { whose, access } = found
  const applicant = { person: actor.id, name: actor.name, company: null, companyName: null, ...behalfOf(actor.mandates ?? [], whose) }
  const answers = answersOf(definition, access.department, entryId, question)
  const begun = await beginCase(env, actor, definition, { applicant, answers }, { draft: null, idempotencyKey: `question:${entryId}:${actor.id}` })
  return begun.ok ? { ok: true, ref: begun.state.ref, first: begun.first } : begun
}

/** Who asks about a person under a mandate asks on that person's behalf; about a company, in their own right. */
function behalfOf(mandates: readonly Mandated[], { relation, kind, subject, name, key }: DataSubject) {
  const held = relation === 'mandate' && kind === 'person' && mandates.some(({ id }) => id === key)
  return held ? { behalf: { kind, subject, name, mandate: key } } : {}
}

function answersOf(definition: Definition, department: string, entryId: string, { text, shown }: AccessQuestion): Answers {
  const texts = { access_entry: entryId, access_when: shown.when, access_who: shown.who, access_purpose: shown.purpose, access_fields: shown.fields }
  const cut = Object.entries(texts).map(([name, value]) => [name, given(fitted(definition, name, value))] as const)
  return { reading_department: given(department), ...Object.fromEntries(cut), question_text: given(text) }
}

/** The look is known by its entry; its words are cut to what the question takes. */
function fitted({ data }: Definition, name: string, text: string): string {
  const type = data[name]?.type
  const most = type?.type === 'text' ? type.maxLength : text.length
  const characters = [...text]
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`
}
