import type { Actor } from '#app/kernel/case/actor.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'

import { answerReturn } from './answer-return.ts'
import type { Environment } from './environment.ts'
import { openCorrection } from './open-correction.ts'

/**
 * Sends the saved answers to a return, all at once. Problems: `not_found`, `not_open` (answered before), `too_late`,
 * `invalid`.
 */
export async function submitCorrection(env: Environment, actor: Actor, ref: string): Promise<{ ok: true } | { ok: false; problem: Problem }> {
  const open = await openCorrection(env, actor, ref)
  if (open === null) return refuse({ code: 'not_found' })
  if (open === 'not_open') return refuse({ code: 'not_open', what: 'return' })
  // Answers that another new answer has made needless stay behind.
  const answers = Object.fromEntries(open.fields.flatMap(({ field, answer }) => (answer ? [[field.name, answer]] : [])))
  const sent = await answerReturn(env, actor, ref, { stage: open.stage, round: open.round }, answers)
  if (!sent.ok) return sent
  if (open.draft) await env.store.drafts.remove(open.draft.id)
  return { ok: true }
}
