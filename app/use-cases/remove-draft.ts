import type { Actor } from '#app/kernel/case/actor.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from './environment.ts'
import { openDraft } from './open-draft.ts'
import { dropDraft } from './privacy/drop-draft.ts'

export type Removed = { ok: true } | { ok: false; problem: Problem }

/** The applicant throws a draft away. Problems: `not_found`, `too_late` (it has become a case). */
export async function removeDraft(env: Environment, actor: Actor, draftId: string): Promise<Removed> {
  const open = await openDraft(env, actor, draftId)
  if (!open) return refuse({ code: 'not_found' })
  if (open.draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  await dropDraft(env, draftId)
  return { ok: true }
}
