import { Counter, Gauge, Registry } from 'prom-client'

import { type Measures, measurePortal } from '#app/use-cases/board/measure-portal.ts'
import type { Environment } from '#app/use-cases/environment.ts'

import { within } from '../within.ts'

const PATIENCE_MS = 2000

/** What the store says of itself, asked anew each time; only that it does not answer, when it does not: the process can be measured still. */
export async function storeMetrics(env: Environment): Promise<Registry> {
  const registry = new Registry()
  const gauge = (name: string, help: string, value: number): void => new Gauge({ name, help, registers: [registry] }).set(value)
  const answered = await within(PATIENCE_MS, Promise.all([measurePortal(env), env.isChainStalled?.() ?? false])).catch(() => null)
  gauge('onetrip_store_up', 'Whether the store answers: 1 or 0.', answered ? 1 : 0)
  if (!answered) return registry
  const [measures, stalled] = answered
  gauge('onetrip_chain_stalled', 'Whether no checkpoint has reached the second place for four hours: 1 or 0.', stalled ? 1 : 0)
  gauge('onetrip_outbox_pending', 'Messages not yet delivered.', measures.outboxPending)
  gauge('onetrip_timers_overdue', 'Timers that should have fired a minute ago and have not; counted to 1000.', measures.timersOverdue)
  countCases(registry, measures)
  return registry
}

function countCases(registry: Registry, { openCases, received }: Measures): void {
  const open = new Gauge({ name: 'onetrip_open_cases', help: 'Open cases by service and light.', labelNames: ['service', 'light'], registers: [registry] })
  for (const { service, light, count } of openCases) open.set({ service, light }, count)
  const ever = new Counter({ name: 'onetrip_cases_received_total', help: 'Cases ever received, by service.', labelNames: ['service'], registers: [registry] })
  for (const { service, count } of received) ever.inc({ service }, count)
}
