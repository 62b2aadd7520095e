import type { Actor } from '#app/kernel/case/actor.ts'
import { available } from '#app/kernel/case/available.ts'
import { openSubs } from '#app/kernel/case/case-state.ts'
import { may } from '#app/kernel/permission.ts'
import type { CaseSummary, Draft, Page } from '#db/store.ts'

import { definitionOf, type Environment } from './environment.ts'
import { isCorrection } from './open-correction.ts'
import { type Step, stepsOf } from './steps.ts'
import { type TimeLeft, timeLeft } from './time-left.ts'

export type MyCases = { cases: Page<MyCase>; drafts: readonly Draft[] }

export type MyCase = CaseSummary & {
  /** Of the promised time; null once the case has ended. */
  left: TimeLeft | null
  /** What it waits for the applicant to do. */
  asks: 'correct' | 'pay' | 'supply' | 'part' | null
  /** Steps under way. */
  steps: readonly Step[]
}

const PAGE = 20

/** A citizen's cases, those of their companies, and their drafts; null for anybody else. */
export async function listMyCases(env: Environment, actor: Actor | null, page: { after?: string | null; before?: string | null }): Promise<MyCases | null> {
  if (actor?.kind !== 'citizen') return null
  const [cases, drafts] = await Promise.all([
    env.store.cases.listOf({ person: actor.id, subjects: [...actor.companies, ...(actor.mandates ?? []).map(({ subject }) => subject)] }, { limit: PAGE, ...page }),
    env.store.drafts.openOf(actor.id),
  ])
  // A mandate for some services lets its holder see cases of these alone.
  const theirs = cases.rows.filter((row) => row.person === actor.id || [row.behalf, row.company].some((subject) => subject !== null && may(actor, 'act_for', { subject, service: row.service }, 'own_affairs')))
  const rows = await Promise.all(theirs.map((row) => describe(env, actor, row)))
  return { cases: { ...cases, rows }, drafts: drafts.filter((draft) => !isCorrection(draft) && may(actor, 'open_draft', { draft }, 'own_affairs')) }
}

async function describe(env: Environment, actor: Actor, row: CaseSummary): Promise<MyCase> {
  const state = row.end === null ? await env.store.cases.load(row.caseId) : null
  if (!state) return { ...row, left: null, asks: null, steps: [] }
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const offers = available(definition, state, actor).map((offer) => offer.type)
  const steps = stepsOf(definition, state).filter((step) => step.state === 'now')
  const part = openSubs(state).some((sub) => sub.whose === 'applicant') ? 'part' : null
  const asks = (['correct', 'pay', 'supply'] as const).find((type) => offers.includes(type)) ?? part
  return { ...row, left: timeLeft(env.catalogue.calendar, env.now(), row), asks, steps }
}
