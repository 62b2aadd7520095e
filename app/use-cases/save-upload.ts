import type { Actor } from '#app/kernel/case/actor.ts'
import { checkAnswer } from '#app/kernel/case/check-answer.ts'
import { refuse } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'

import type { Environment } from './environment.ts'
import { openDraft } from './open-draft.ts'
import { saveAnswer, type Saved } from './save-answer.ts'
import { describeUpload, storeUpload } from './store-upload.ts'

/** Answers a question of a draft with a file. What is refused is not kept. Problems: those of `saveAnswer`. */
export async function saveUpload(env: Environment, actor: Actor, draftId: string, name: string, upload: { name: string; content: Uint8Array }): Promise<Saved> {
  const open = await openDraft(env, actor, draftId)
  const found = open?.fields.find((one) => one.field.name === name)
  if (!open || !found?.asked) return refuse({ code: 'not_found' })
  const described = await describeUpload(upload)
  const answer = { value: described.id, source: 'applicant' as const, envelope: null, file: described }
  const wrong = checkAnswer(name, found.field.type, answer, localDate(env.catalogue.calendar, env.now()))
  if (wrong) return refuse({ code: 'invalid', fields: [wrong] })
  const file = await storeUpload(env, actor, upload)
  return saveAnswer(env, actor, draftId, name, { value: file.id, file })
}
