import { Gauge, Registry } from 'prom-client'

import type { LoadMeter } from '../shed/load-meter.ts'

const MS = 1000

/** What it is decided by whether people are turned away. */
export function loadMetrics(meter: LoadMeter): Registry {
  const registry = new Registry()
  const { delayMs, inFlight } = meter.load()
  new Gauge({ name: 'onetrip_event_loop_delay_seconds', help: 'How long what is due waits for the processor, mean of half a second, the lesser of the last two.', registers: [registry] }).set(delayMs / MS)
  new Gauge({ name: 'onetrip_requests_in_flight', help: 'Requests let in and not yet answered.', registers: [registry] }).set(inFlight)
  return registry
}
