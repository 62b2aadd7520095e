import { draftValues } from '#app/kernel/case/values.ts'
import type { Answers, Value } from '#app/kernel/case/answer.ts'
import { conditionHolds } from '#app/kernel/definition/condition-of.ts'
import type { Definition, FlowNode, WaitNode } from '#app/kernel/definition/definition.ts'

import type { Environment } from './environment.ts'

/** A wait that a case would begin with. `amount` in fen, for a payment. */
export type ForeseenWait = { name: string; what: 'payment' | 'record'; amount: number | null }

/** What an application would wait for at once if it were submitted now: payments and records still missing. */
export function foreseenWaits(env: Pick<Environment, 'catalogue' | 'now'>, definition: Definition, answers: Answers): ForeseenWait[] {
  const values = draftValues(definition, answers, { calendar: env.catalogue.calendar, now: env.now() })
  const holds = (node: WaitNode): boolean => node.when === null || conditionHolds(definition, node.when, values)
  return firstWaits(definition.flow).waits.filter(holds).flatMap((node) => foreseen(node, values))
}

/** The waits before anybody has to decide anything. `on`: nothing but waits has come so far. */
function firstWaits(flow: readonly FlowNode[]): { waits: WaitNode[]; on: boolean } {
  const waits: WaitNode[] = []
  for (const node of flow) {
    if (node.node === 'wait') {
      waits.push(node)
      continue
    }
    const branches = node.node === 'parallel' ? node.branches : node.node === 'stage' ? [node.do] : []
    const inside = branches.map(firstWaits)
    waits.push(...inside.flatMap((branch) => branch.waits))
    if (inside.length === 0 || inside.some((branch) => !branch.on)) return { waits, on: false }
  }
  return { waits, on: true }
}

function foreseen({ name, awaits }: WaitNode, values: Readonly<Record<string, Value>>): ForeseenWait[] {
  if (awaits.what === 'record') return [{ name, what: 'record', amount: null }]
  if (awaits.what !== 'payment') return []
  const amount = typeof awaits.amount === 'number' ? awaits.amount : values[awaits.amount]
  return [{ name, what: 'payment', amount: typeof amount === 'number' ? amount : null }]
}
