import type { Actor } from '#app/kernel/case/actor.ts'

import type { Environment } from '../environment.ts'
import { dropDraft } from './drop-draft.ts'
import { listKept } from './list-kept.ts'

/** `under_retention`: something is still to be kept by law. */
export type Erased = { ok: true } | { ok: false; problem: { code: 'under_retention' } }

/**
 * Destroys the person's own keys and who they are: name, number, companies, mandates, drafts and files; all their sessions end. Nothing
 * undoes it. What registers hold stays theirs.
 */
export async function eraseMe(env: Environment, actor: Actor & { kind: 'citizen' }): Promise<Erased> {
  const { mayErase, drafts } = await listKept(env, actor)
  if (!mayErase) return { ok: false, problem: { code: 'under_retention' } }
  for (const { id } of drafts) await dropDraft(env, id)
  await env.store.retention.forgetPerson(actor.id, env.now())
  return { ok: true }
}
