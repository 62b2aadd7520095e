import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from './environment.ts'
import { freshRecords } from './fresh-records.ts'
import { openDraft, type WhichDraft } from './open-draft.ts'
import { saveDraft, type Saved } from './save-answer.ts'

/** Reads the registers again for a draft: what the applicant typed or edited stays. Problem: `not_found`. */
export async function refreshDraft(env: Environment, actor: Actor, which: WhichDraft): Promise<Saved & { changed?: readonly string[] }> {
  const open = await openDraft(env, actor, which)
  if (!open) return refuse({ code: 'not_found' })
  const { answers, changed, options, sources } = await freshRecords(env, open.definition, open.draft, actor)
  const saved = await saveDraft(env, open.draft, answers, { options, sources })
  return saved.ok ? { ...saved, changed } : saved
}
