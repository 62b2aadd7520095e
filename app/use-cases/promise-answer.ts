import type { Actor } from '#app/kernel/case/actor.ts'
import { promised } from '#app/kernel/case/answer.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from './environment.ts'
import { openDraft } from './open-draft.ts'
import { saveDraft, type Saved } from './save-answer.ts'

/**
 * The applicant gives their word in place of a proof, or says that they will bring it later.
 * Problems: `not_found` (no such question, or one that asks for the proof itself), `too_late` (submitted meanwhile).
 */
export async function promiseAnswer(env: Environment, actor: Actor, draftId: string, name: string): Promise<Saved> {
  const open = await openDraft(env, actor, draftId)
  const asked = open?.fields.find((one) => one.field.name === name && one.asked)
  if (!open || !asked || (asked.field.promisable === null && !asked.field.tolerable)) return refuse({ code: 'not_found' })
  if (open.draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  return saveDraft(env, open.draft, { ...open.draft.answers, [name]: { ...promised, envelope: asked.answer?.envelope ?? null } })
}
