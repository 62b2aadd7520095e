import { type RetentionRule, retentionOf, yearsLater } from '#app/kernel/records/retention.ts'
import type { EndedCase } from '#db/retention-store.ts'

import type { Environment } from './environment.ts'
import { dropDraft } from './privacy/drop-draft.ts'
import { keptUntil } from './privacy/kept-until.ts'

export type RetentionFailure = { caseId: string; error: unknown }
export type RetentionRun = { erased: number; warned: number; removed: number; failures: RetentionFailure[]; more: boolean }

const BATCH = 50
const DAY_MS = 86_400_000

/**
 * Destroys the keys of cases whose time to be kept is over, and deletes drafts that nobody has touched for long, once their applicant
 * was told. A batch each: what is left is done by the next run, and so is what a crash broke off. One failure delays no other.
 */
export async function runRetention(env: Environment): Promise<RetentionRun> {
  const run: RetentionRun = { erased: 0, warned: 0, removed: 0, failures: [], more: false }
  for (const service of Object.keys(env.catalogue.services)) await eraseCases(env, service, run)
  await warnOfDrafts(env, run)
  await removeDrafts(env, run)
  return run
}

async function eraseCases(env: Environment, service: string, run: RetentionRun): Promise<void> {
  const rule = retentionOf(env.catalogue.retention, service)
  if (rule.years === null) return
  const due = await env.store.retention.due(service, yearsLater(env.now(), -rule.years), BATCH)
  for (const one of due) {
    try {
      if (await eraseCase(env, one, { ...rule, years: rule.years })) run.erased += 1
    } catch (error) {
      run.failures.push({ caseId: one.caseId, error })
      await env.store.retention.keepOn(one.caseId, one.countsFrom + DAY_MS)
    }
  }
  run.more ||= due.length === BATCH
}

/** @returns false when a certificate of it still holds: then it is looked at again when that has run out, or in a year */
async function eraseCase(env: Environment, { caseId, countsFrom }: EndedCase, rule: RetentionRule & { years: number }): Promise<boolean> {
  const { store, catalogue } = env
  const now = env.now()
  const state = await store.cases.load(caseId)
  const kept = keptUntil(catalogue.calendar, rule, state?.endedAt ?? countsFrom, state?.results ?? [])
  if (kept.because === 'certificate' && (kept.at === null || kept.at > now)) {
    await store.retention.keepOn(caseId, kept.at === null ? yearsLater(countsFrom, 1) : yearsLater(kept.at, -rule.years))
    return false
  }
  const files = (await store.retention.filesOf(caseId)).filter(({ elsewhere }) => !elsewhere).map(({ file }) => file)
  await store.retention.erase({ caseId, at: now, years: rule.years, basis: rule.basis }, files)
  return true
}

async function warnOfDrafts(env: Environment, run: RetentionRun): Promise<void> {
  const { untouchedDays, warnedDays } = env.catalogue.retention.drafts
  const now = env.now()
  const drafts = await env.store.retention.draftsToWarn(now - (untouchedDays - warnedDays) * DAY_MS, BATCH)
  for (const { id, person, service } of drafts) {
    const params = { draft: id, service, days: String(warnedDays) }
    await env.store.retention.warn(id, now, { id: env.chance.id(now), topic: 'draft_expires', to: person, params, at: now })
    run.warned += 1
  }
  run.more ||= drafts.length === BATCH
}

async function removeDrafts(env: Environment, run: RetentionRun): Promise<void> {
  const ids = await env.store.retention.draftsToRemove(env.now() - env.catalogue.retention.drafts.warnedDays * DAY_MS, BATCH)
  for (const id of ids) {
    await dropDraft(env, id)
    run.removed += 1
  }
  run.more ||= ids.length === BATCH
}
