import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answer, AnswerFile } from '#app/kernel/case/answer.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Draft } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { examineUpload } from './examine-upload.ts'
import { correctionDraft, type CorrectionField, openCorrection, type OpenCorrection } from './open-correction.ts'
import { type Input, saveDraft, type Saved } from './save-answer.ts'
import { storeUpload, type Upload } from './store-upload.ts'

type Asked = { open: OpenCorrection; asked: CorrectionField }

/**
 * Keeps one new answer to a return until all are sent. Problems: `not_found` (not theirs, or not asked for), `not_open`
 * (answered meanwhile), `too_late`, `invalid`.
 */
export async function saveCorrection(env: Environment, actor: Actor, ref: string, name: string, input: Input): Promise<Saved> {
  const found = await findAsked(env, actor, ref, name)
  if ('ok' in found) return found
  // What is picked from a record is the register's, and asked of nobody.
  if ('pick' in input) return refuse({ code: 'not_found' })
  if ('unread' in input) return refuse({ code: 'invalid', fields: [{ name, code: input.unread }] })
  if (input.value === null) return refuse({ code: 'invalid', fields: [{ name, code: found.asked.field.type.type === 'file' ? 'not_a_file' : 'missing' }] })
  const envelope = found.asked.before?.envelope ?? null
  return keep(env, actor, found, name, { value: input.value, source: 'applicant', envelope, file: input.file ?? null })
}

/** The same with a file. What is refused is not kept. */
export async function saveCorrectionUpload(env: Environment, actor: Actor, ref: string, name: string, upload: Upload): Promise<Saved> {
  const found = await findAsked(env, actor, ref, name)
  if ('ok' in found) return found
  const examined = await examineUpload(env, actor, name, found.asked.field.type, upload)
  if (!examined.ok) return refuse({ code: 'invalid', fields: [examined.problem] })
  return keep(env, actor, found, name, answerOf(await storeUpload(env, actor, upload, examined.verdict)))
}

const answerOf = (file: AnswerFile): Answer => ({ value: file.id, source: 'applicant', envelope: null, file })

async function findAsked(env: Environment, actor: Actor, ref: string, name: string): Promise<Asked | { ok: false; problem: Problem }> {
  const open = await openCorrection(env, actor, ref)
  if (open === null) return refuse({ code: 'not_found' })
  if (open === 'not_open') return refuse({ code: 'not_open', what: 'return' })
  if (open.late) return refuse({ code: 'too_late', what: 'return' })
  const asked = open.fields.find((one) => one.field.name === name)
  return asked ? { open, asked } : refuse({ code: 'not_found' })
}

async function keep(env: Environment, actor: Actor, { open, asked }: Asked, name: string, answer: Answer): Promise<Saved> {
  const wrong = checkAnswer(name, asked.field.type, answer, localDate(env.catalogue.calendar, env.now()))
  if (wrong) return refuse({ code: 'invalid', fields: [wrong] })
  const draft = open.draft ?? (await begin(env, correctionDraft(env, actor, open)))
  return saveDraft(env, draft, { ...draft.answers, [name]: answer })
}

/** Two windows may begin at once: the second goes on with the first one's draft. */
async function begin(env: Environment, draft: Draft): Promise<Draft> {
  try {
    await env.store.drafts.create(draft)
    return draft
  } catch (error) {
    const first = await env.store.drafts.load(draft.id)
    if (!first) throw error
    return first
  }
}
