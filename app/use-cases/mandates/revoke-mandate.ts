import type { Actor } from '#app/kernel/case/actor.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'

import type { Environment } from '../environment.ts'

/**
 * Takes a mandate back, by whom it is for (or the head of that company), or gives it back, by who holds it. It ends with
 * the next request. Twice is the same as once. Problem: `not_found` (also for somebody else's).
 */
export async function revokeMandate(env: Environment, actor: Actor, id: string): Promise<{ ok: true } | { ok: false; problem: Problem }> {
  if (actor.kind !== 'citizen') return refuse({ code: 'not_found' })
  const [mandate, person] = await Promise.all([env.store.mandates.find(id), env.store.people.find(actor.id)])
  const isTheirs = mandate && (mandate.person === actor.id || mandate.subject === person?.subject || actor.companies.includes(mandate.subject))
  if (!mandate || !isTheirs) return refuse({ code: 'not_found' })
  await env.store.mandates.revoke(id, env.now())
  return { ok: true }
}
