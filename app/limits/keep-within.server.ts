import type { Actor } from '#app/kernel/case/actor.ts'

import type { BudgetKind, Budgets } from './budgets.ts'

/** One request, as far as budgets go. */
export type Asking = { address: string; actor: Actor | null; method: string; route: string }

const READING = new Set(['GET', 'HEAD'])

/** What one request costs, whose. */
export function costsOf({ address, actor, method, route }: Asking): [kind: BudgetKind, key: string][] {
  const sends = !READING.has(method)
  const isLook = actor?.kind === 'staff' && (route.startsWith('routes/desk.cases.') || route === 'routes/files.$id' || route === 'routes/desk.find')
  const costs: [BudgetKind, string][] = [['address', address]]
  if (sends) costs.push(['address_send', address])
  if (sends && (route.startsWith('routes/sign-in') || route === 'routes/second-factor')) costs.push(['address_sign_in', address])
  if (actor) costs.push(['person', actor.id])
  if (actor && sends) costs.push(['person_send', actor.id])
  if (actor && isLook) costs.push(['person_look', actor.id])
  return costs
}

/** Throws a 429 that says how long to wait (RFC 6585 section 4), when any budget is used up. @returns nothing */
export async function keepWithin(budgets: Budgets, asking: Asking): Promise<void> {
  for (const [kind, key] of costsOf(asking)) {
    const taken = await budgets.take(kind, key)
    if (!taken.ok) throw new Response(null, { status: 429, headers: { 'Retry-After': String(taken.waitSeconds), 'Cache-Control': 'no-store' } })
  }
}
