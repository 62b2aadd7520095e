import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { type RetentionRule, retentionOf } from '#app/kernel/records/retention.ts'
import type { Erasure } from '#db/retention-store.ts'
import type { Draft } from '#db/store.ts'

import type { Environment } from '../environment.ts'
import { isCorrection } from '../open-correction.ts'
import { everyCase } from './every-case.ts'
import { type KeptUntil, keptUntil } from './kept-until.ts'

type Citizen = Actor & { kind: 'citizen' }

/** `erased`: nothing but bare facts is left of it. */
export type KeptCase = Pick<CaseState, 'ref' | 'service' | 'submittedAt' | 'endedAt'> & { until: KeptUntil; rule: RetentionRule; erased: Erasure | null }

/** What is kept of somebody, how long and why; `mayErase`: nothing has to be kept any more. */
export type Kept = { cases: readonly KeptCase[]; drafts: readonly Pick<Draft, 'id' | 'service' | 'updatedAt'>[]; mayErase: boolean }

/** Of the person themselves: what companies and other people applied for is not theirs alone to delete. */
export async function listKept(env: Environment, { id }: Citizen): Promise<Kept> {
  const cases: KeptCase[] = []
  for await (const row of everyCase(env, id)) cases.push(await keptCase(env, row))
  const drafts = (await env.store.drafts.openOf(id)).filter((draft) => !isCorrection(draft))
  return { cases, drafts: drafts.map((draft) => ({ id: draft.id, service: draft.service, updatedAt: draft.updatedAt })), mayErase: cases.every(({ erased }) => erased !== null) }
}

async function keptCase({ store, catalogue }: Environment, { id, ref, service, submittedAt, endedAt, results }: CaseState): Promise<KeptCase> {
  const rule = retentionOf(catalogue.retention, service)
  const until = keptUntil(catalogue.calendar, rule, endedAt, results)
  return { ref, service, submittedAt, endedAt, until, rule, erased: endedAt === null ? null : await store.retention.erasureOf(id) }
}
