import type { Actor } from '#app/kernel/case/actor.ts'
import { refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from './environment.ts'
import { openDraft } from './open-draft.ts'
import { saveDraft, type Saved } from './save-answer.ts'

/**
 * The applicant has seen what a register gave and would rather not use it: its values leave the draft, and what is needed
 * is asked. What they typed stays. Problems: `not_found`, `too_late` (submitted meanwhile).
 */
export async function declineSource(env: Environment, actor: Actor, draftId: string, register: string): Promise<Saved> {
  const open = await openDraft(env, actor, draftId)
  if (!open || !Object.hasOwn(open.draft.sources, register)) return refuse({ code: 'not_found' })
  const { draft } = open
  if (draft.submittedRef) return refuse({ code: 'too_late', what: 'submit' })
  const kept = Object.entries(draft.answers).flatMap(([name, answer]) => {
    if (answer.envelope?.register !== register) return [[name, answer] as const]
    // The applicant's own value stands alone again.
    const { differs: _differs, ...own } = answer
    return answer.source === 'record' ? [] : [[name, { ...own, envelope: null }] as const]
  })
  const options = Object.entries(draft.options).map(([name, envelopes]) => [name, envelopes.filter((one) => one.register !== register)] as const)
  return saveDraft(env, draft, Object.fromEntries(kept), { options: Object.fromEntries(options), sources: { ...draft.sources, [register]: 'declined' } })
}
