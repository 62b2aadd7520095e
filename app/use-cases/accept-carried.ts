import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from './environment.ts'
import { openDraft } from './open-draft.ts'
import { saveDraft, type Saved } from './save-answer.ts'

/** The applicant has seen what a new version of the service changes, and goes on by it. Problems: `not_found`, `too_late`. */
export async function acceptCarried(env: Environment, actor: Actor, draftId: string): Promise<Saved> {
  const open = await openDraft(env, actor, draftId)
  if (!open) return refuse({ code: 'not_found' })
  if (open.changes === null) return { ok: true, draft: open.draft }
  return saveDraft(env, { ...open.draft, definitionHash: open.definition.hash }, open.draft.answers, open.draft.options)
}
