import type { Actor } from '#app/kernel/case/actor.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'

import { acceptCarried } from './accept-carried.ts'
import { changedValues } from './changed-values.ts'
import { followParts } from './command-case.ts'
import { decideAndCommit } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { freshRecords, markUnconfirmed } from './fresh-records.ts'
import { openDraft } from './open-draft.ts'
import { saveDraft } from './save-answer.ts'

export type Submitted = { ok: true; ref: string } | { ok: false; problem: Problem | { code: 'records_changed'; names: readonly string[] } | { code: 'definition_changed' } | { code: 'sources_open' } }

/**
 * Hands an application in, once: however often it is asked for, a draft becomes one case with one ref.
 * Problems: `not_found`; `sources_open` (the applicant has not said yet which registers may be read); `records_changed` (a register says something else than the applicant saw: they look again);
 * `definition_changed` (a new version of the service is in force: the
 * draft has been carried over, they look again); those of the kernel's `submit`.
 * @param key applications with the same key become one case
 */
export async function submitApplication(env: Environment, actor: Actor, draftId: string, key = `submit:${draftId}`): Promise<Submitted> {
  const open = await openDraft(env, actor, draftId)
  if (!open || actor.kind !== 'citizen') return refuse({ code: 'not_found' })
  if (open.draft.submittedRef) return { ok: true, ref: open.draft.submittedRef }
  const { draft, definition } = open
  if (definition.hash !== draft.definitionHash) {
    await acceptCarried(env, actor, draftId)
    return { ok: false, problem: { code: 'definition_changed' } }
  }
  if (Object.values(draft.sources).includes('open')) return { ok: false, problem: { code: 'sources_open' } }
  const fresh = await freshRecords(env, definition, draft, actor)
  if (fresh.changed.length > 0) {
    await saveDraft(env, draft, fresh.answers, { options: fresh.options, sources: fresh.sources })
    await env.store.access.append([], changedValues(env, definition, draft, fresh.changed))
    return { ok: false, problem: { code: 'records_changed', names: fresh.changed } }
  }
  const now = env.now()
  const person = await env.store.people.find(actor.id)
  const companyName = person?.companies.find((company) => company.code === draft.company)?.name ?? (draft.behalf?.kind === 'company' ? draft.behalf.name : null)
  const applicant = { person: actor.id, name: actor.name, company: draft.company, companyName, ...(draft.behalf ? { behalf: draft.behalf } : {}) }
  const answers = markUnconfirmed(fresh.answers, fresh.unconfirmed)
  const command = { type: 'submit' as const, caseId: env.chance.id(now), ref: env.chance.ref(now), applicant, answers, sources: fresh.sources }
  const keys = { draftId: draft.id, idempotencyKey: key }
  const committed = await decideAndCommit(env, actor, null, command, keys, definition)
  // A new case can only collide with itself, and then the first one's receipt was the answer.
  if (committed === 'conflict') throw new Error(`new case ${command.caseId} collided`)
  if (!committed.ok) return committed
  await followParts(env, committed.state)
  return { ok: true, ref: committed.state.ref }
}
