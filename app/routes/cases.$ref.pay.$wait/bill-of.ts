import type { Awaited } from '#app/kernel/definition/definition.ts'
import { waitNode } from '#app/kernel/definition/nodes.ts'
import type { FollowedCase } from '#app/use-cases/follow-case.ts'

export type Bill = { wait: string; amount: number; payee: string; dueAt: number | null }

/** What there is to pay for a wait; null when nothing is, or no longer. Amount in fen. */
export function billOf({ definition, offers, deadlines }: Pick<FollowedCase, 'definition' | 'offers' | 'deadlines'>, name: string): Bill | null {
  const offer = offers.find((one) => one.type === 'pay' && one.wait === name)
  const awaits: Awaited | undefined = waitNode(definition, name)?.awaits
  if (offer?.type !== 'pay' || awaits?.what !== 'payment') return null
  return { wait: name, amount: offer.amount, payee: awaits.payee, dueAt: deadlines?.waits[name]?.dueAt ?? null }
}
