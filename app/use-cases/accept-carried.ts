import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from './environment.ts'
import { freshRecords } from './fresh-records.ts'
import { openDraft } from './open-draft.ts'
import { saveDraft, type Saved } from './save-answer.ts'

/**
 * The applicant has seen what a new version of the service changes, and goes on by it: what it reads besides is read, of
 * registers they agreed to. Problems: `not_found`, `too_late`.
 */
export async function acceptCarried(env: Environment, actor: Actor, draftId: string): Promise<Saved> {
  const open = await openDraft(env, actor, draftId)
  if (!open) return refuse({ code: 'not_found' })
  if (open.changes === null) return { ok: true, draft: open.draft }
  const draft = { ...open.draft, definitionHash: open.definition.hash }
  const { answers, options, sources } = await freshRecords(env, open.definition, draft, actor)
  return saveDraft(env, draft, answers, { options, sources })
}
