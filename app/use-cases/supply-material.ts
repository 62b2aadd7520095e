import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answer, AnswerFile } from '#app/kernel/case/answer.ts'
import { owedNames } from '#app/kernel/case/owed.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import { fieldNamed } from '#app/kernel/definition/field-named.ts'

import { commandCase } from './command-case.ts'
import type { Commanded } from './decide-and-commit.ts'
import { definitionOf, type Environment } from './environment.ts'
import { examineUpload } from './examine-upload.ts'
import { findCase } from './find-case.ts'
import type { Input } from './save-answer.ts'
import { storeUpload, type Upload } from './store-upload.ts'

/**
 * Brings one thing that the applicant had said would come later. Problems: `not_found` (not their case, not asked of
 * them), `not_open` (not owed, or no longer), `invalid`.
 */
export async function supplyMaterial(env: Environment, actor: Actor, ref: string, name: string, input: Input): Promise<Commanded> {
  const owed = await findOwed(env, actor, ref, name)
  if (!owed.ok) return owed
  if ('pick' in input) return refuse({ code: 'not_found' })
  if ('unread' in input) return refuse({ code: 'invalid', fields: [{ name, code: input.unread }] })
  if (input.value === null) return refuse({ code: 'invalid', fields: [{ name, code: 'missing' }] })
  return bring(env, actor, owed.caseId, name, { value: input.value, source: 'applicant', envelope: null, file: null })
}

/** The same with a file. What is refused is not kept. */
export async function supplyUpload(env: Environment, actor: Actor, ref: string, name: string, upload: Upload): Promise<Commanded> {
  const owed = await findOwed(env, actor, ref, name)
  if (!owed.ok) return owed
  const examined = await examineUpload(env, actor, name, owed.field.type, upload)
  if (!examined.ok) return refuse({ code: 'invalid', fields: [examined.problem] })
  return bring(env, actor, owed.caseId, name, answerOf(await storeUpload(env, actor, upload, examined.verdict)))
}

const answerOf = (file: AnswerFile): Answer => ({ value: file.id, source: 'applicant', envelope: null, file })

const bring = (env: Environment, actor: Actor, caseId: string, name: string, answer: Answer): Promise<Commanded> =>
  commandCase(env, actor, caseId, { type: 'supply', answers: { [name]: answer } })

type Owed = { ok: true; caseId: string; field: NonNullable<ReturnType<typeof fieldNamed>> } | { ok: false; problem: Problem }

async function findOwed(env: Environment, actor: Actor, ref: string, name: string): Promise<Owed> {
  const state = await findCase(env, actor, ref, 'follow_case')
  if (!state) return refuse({ code: 'not_found' })
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const field = owedNames(definition, state).includes(name) ? fieldNamed(definition, name) : null
  return field && state.end === null ? { ok: true, caseId: state.id, field } : refuse({ code: 'not_open', what: 'supply' })
}
