import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'

import { agreeToSources } from '../agree-to-sources.ts'
import type { Environment } from '../environment.ts'
import { findCase } from '../find-case.ts'
import { openDraft } from '../open-draft.ts'
import { startApplication } from '../start-application.ts'
import { submitApplication } from '../submit-application.ts'
import { listRenewals, type Renewal } from './list-renewals.ts'

/** Handed in as case `ref`; or, where records alone do not do or say something else than last time, a draft to look at. */
export type Renewed = { ok: true; ref: string } | { ok: true; draftId: string; why: 'asks' | 'changed' } | { ok: false; problem: Problem }

/** A renewal that is offered, with the case that made the certificate; null for anybody else's, or one that is not. */
export async function openRenewal(env: Environment, actor: Actor, code: string): Promise<(Renewal & { before: CaseState }) | null> {
  const offered = (await listRenewals(env, actor)).find(({ certificate }) => certificate.code === code)
  const before = offered && (await findCase(env, actor, offered.certificate.ref, 'follow_case'))
  return offered && before ? { ...offered, before } : null
}

/**
 * Renews what a certificate grants by one confirmation (no application needed where the records suffice): registers are
 * read, and if they hold everything and say what they said last time, it is handed in. Twice is the same as once.
 * Problems: `not_found` (not theirs, not due); `not_permitted` (the mandate it was got under has ended).
 */
export async function renew(env: Environment, actor: Actor, code: string): Promise<Renewed> {
  const done = await alreadyRenewed(env, actor, code)
  if (done) return { ok: true, ref: done }
  const renewal = await openRenewal(env, actor, code)
  if (!renewal) return refuse({ code: 'not_found' })
  const { before, definition } = renewal
  const started = await startApplication(env, actor, definition.service, { company: before.applicant.behalf ? null : before.applicant.company, mandate: before.applicant.behalf?.mandate ?? null })
  if (!started.ok) return started
  const { draftId } = started
  const agreed = await agreeToSources(env, actor, draftId, [])
  if (!agreed.ok) return agreed
  const open = await openDraft(env, actor, draftId)
  if (!open || open.problems.length > 0 || open.unmet.length > 0) return { ok: true, draftId, why: 'asks' }
  if (saysOtherwise(before, open.draft.answers)) return { ok: true, draftId, why: 'changed' }
  const submitted = await submitApplication(env, actor, draftId, { key: keyOf(code) })
  if (submitted.ok) return { ok: true, ref: submitted.ref }
  return { ok: true, draftId, why: 'changed' }
}

const keyOf = (code: string): string => `renew:${code}`

/** The case a confirmation became, for whom it belongs to. */
async function alreadyRenewed(env: Environment, actor: Actor, code: string): Promise<string | null> {
  const ref = await env.store.cases.refByKey(keyOf(code))
  return ref !== null && (await findCase(env, actor, ref, 'follow_case')) ? ref : null
}

/** Do records say something else than in the case before? What they did not say then is no difference. */
function saysOtherwise(before: CaseState, answers: CaseState['answers']): boolean {
  return Object.entries(before.answers).some(([name, was]) => was.source === 'record' && answers[name] !== undefined && answers[name]?.value !== was.value)
}
