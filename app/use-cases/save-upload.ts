import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from './environment.ts'
import { examineUpload } from './examine-upload.ts'
import { openDraft } from './open-draft.ts'
import { saveAnswer, type Saved } from './save-answer.ts'
import { storeUpload, type Upload } from './store-upload.ts'

/** Answers a question of a draft with a file. What is refused is not kept. Problems: those of `saveAnswer`. */
export async function saveUpload(env: Environment, actor: Actor, draftId: string, name: string, upload: Upload): Promise<Saved> {
  const open = await openDraft(env, actor, draftId)
  const found = open?.fields.find((one) => one.field.name === name)
  if (!open || !found?.asked) return refuse({ code: 'not_found' })
  const examined = await examineUpload(env, actor, name, found.field.type, upload)
  if (!examined.ok) return refuse({ code: 'invalid', fields: [examined.problem] })
  const file = await storeUpload(env, actor, upload, examined.verdict)
  return saveAnswer(env, actor, draftId, name, { value: file.id, file })
}
