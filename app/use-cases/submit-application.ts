import type { Actor } from '#app/kernel/case/actor.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import type { StoredPerson } from '#db/store.ts'

import { acceptCarried } from './accept-carried.ts'
import { changedValues } from './changed-values.ts'
import { followParts } from './command-case.ts'
import { beginFromDraft } from './begin-case.ts'
import type { Environment } from './environment.ts'
import { findPerson } from './find-person.ts'
import { freshRecords, markUnconfirmed } from './fresh-records.ts'
import { openDraft, type WhichDraft } from './open-draft.ts'
import { saveDraft } from './save-answer.ts'

export type Submitted = { ok: true; ref: string } | { ok: false; problem: Problem | { code: 'records_changed'; names: readonly string[] } | { code: 'definition_changed' } | { code: 'sources_open' } }

type With = { key?: string; person?: StoredPerson | null }

/** An applicant who saves in one window what they hand in in another does so at most this often before somebody is told. */
const ATTEMPTS = 8

/**
 * Hands an application in, once: however often it is asked for, a draft becomes one case with one ref. What is saved in it meanwhile goes along.
 * Problems: `not_found`; `sources_open` (the applicant has not said yet which registers may be read); `records_changed` (a register says something else than the applicant saw: they look again);
 * `definition_changed` (a new version of the service is in force: the
 * draft has been carried over, they look again); those of the kernel's `submit`.
 * @param with applications with the same `key` become one case; `person`: who is asking, when they were read already
 */
export async function submitApplication(env: Environment, actor: Actor, which: WhichDraft, more: With = {}): Promise<Submitted> {
  for (let attempt = 0, draft = which; attempt < ATTEMPTS; attempt += 1, draft = typeof which === 'string' ? which : which.draft.id) {
    const submitted = await submitOnce(env, actor, draft, more)
    if (submitted !== 'conflict') return submitted
  }
  throw new Error(`a draft was saved ${ATTEMPTS} times while it was handed in`)
}

async function submitOnce(env: Environment, actor: Actor, which: WhichDraft, { key, person: known = null }: With): Promise<Submitted | 'conflict'> {
  const open = await openDraft(env, actor, which)
  if (!open || actor.kind !== 'citizen') return refuse({ code: 'not_found' })
  if (open.draft.submittedRef) return { ok: true, ref: open.draft.submittedRef }
  const { draft, definition } = open
  if (definition.hash !== draft.definitionHash) {
    await acceptCarried(env, actor, draft.id)
    return { ok: false, problem: { code: 'definition_changed' } }
  }
  if (Object.values(draft.sources).includes('open')) return { ok: false, problem: { code: 'sources_open' } }
  const person = await findPerson(env, actor.id, known)
  const fresh = await freshRecords(env, definition, draft, actor, person)
  if (fresh.changed.length > 0) {
    await saveDraft(env, draft, fresh.answers, { options: fresh.options, sources: fresh.sources })
    await env.store.access.append([], changedValues(env, definition, draft, fresh.changed))
    return { ok: false, problem: { code: 'records_changed', names: fresh.changed } }
  }
  const companyName = person?.companies.find((company) => company.code === draft.company)?.name ?? (draft.behalf?.kind === 'company' ? draft.behalf.name : null)
  const applicant = { person: actor.id, name: actor.name, company: draft.company, companyName, ...(draft.behalf ? { behalf: draft.behalf } : {}) }
  const answers = markUnconfirmed(fresh.answers, fresh.unconfirmed)
  const committed = await beginFromDraft(env, actor, definition, { applicant, answers, sources: fresh.sources }, { draft, idempotencyKey: key ?? `submit:${draft.id}` })
  if (committed === 'conflict' || !committed.ok) return committed
  await followParts(env, committed.state)
  return { ok: true, ref: committed.state.ref }
}
