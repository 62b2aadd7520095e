import type { Actor } from '#app/kernel/case/actor.ts'
import type { CaseSummary, Draft, Page } from '#db/store.ts'

import type { Environment } from './environment.ts'

export type MyCases = { cases: Page<CaseSummary>; drafts: readonly Draft[] }

const PAGE = 20

/** A citizen's cases, those of their companies, and their drafts; null for anybody else. */
export async function listMyCases(env: Environment, actor: Actor | null, page: { after?: string | null; before?: string | null }): Promise<MyCases | null> {
  if (actor?.kind !== 'citizen') return null
  const [cases, drafts] = await Promise.all([
    env.store.cases.listOf({ person: actor.id, companies: actor.companies }, { limit: PAGE, ...page }),
    env.store.drafts.openOf(actor.id),
  ])
  return { cases, drafts }
}
