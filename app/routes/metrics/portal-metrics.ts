import type { Measures } from '#app/use-cases/board/measure-portal.ts'

import type { Metric } from './prometheus-text.ts'

/** The portal's measures by Prometheus' rules: counters end in `_total`, units are in the name. */
export function portalMetrics(measures: Measures, memory: { rss: number; heapUsed: number }, upSeconds: number): Metric[] {
  const gauge = (name: string, help: string, value: number): Metric => ({ name, help, type: 'gauge', samples: [{ value }] })
  return [
    {
      name: 'onetrip_open_cases',
      help: 'Open cases by service and light.',
      type: 'gauge',
      samples: measures.openCases.map(({ service, light, count }) => ({ labels: { service, light }, value: count })),
    },
    {
      name: 'onetrip_cases_received_total',
      help: 'Cases ever received, by service.',
      type: 'counter',
      samples: measures.received.map(({ service, count }) => ({ labels: { service }, value: count })),
    },
    gauge('onetrip_outbox_pending', 'Messages not yet delivered.', measures.outboxPending),
    gauge('onetrip_timers_overdue', 'Timers that should have fired a minute ago and have not; counted to 1000.', measures.timersOverdue),
    gauge('process_resident_memory_bytes', 'Resident memory of the portal process.', memory.rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap in use.', memory.heapUsed),
    gauge('process_uptime_seconds', 'Seconds since the process started.', upSeconds),
  ]
}
