import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'

/** What the process counts of itself; `docs/operations.md` says what each means. No label ever holds an address, a name or a number of anybody's. */
export type Metrics = {
  registry: Registry
  requests: Histogram<'route' | 'method' | 'status'>
  shed: Counter<'kind'>
  commits: Histogram<'outcome'>
  registerReads: Histogram<'register' | 'outcome'>
  backgroundFailures: Counter<'job'>
}

/** Around what people notice: a tenth of a second feels like at once, after ten they have gone. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** @param ofProcess memory, processor, garbage collection and the event loop as well; they are watched as long as the process lives */
export function makeMetrics(ofProcess: boolean): Metrics {
  const registry = new Registry()
  if (ofProcess) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({ name: 'onetrip_request_seconds', help: 'Time to answer, by route, method and class of status.', labelNames: ['route', 'method', 'status'], buckets: SECONDS, registers }),
    shed: new Counter({ name: 'onetrip_shed_total', help: 'Requests told to come back because of too much load, by kind.', labelNames: ['kind'], registers }),
    commits: new Histogram({ name: 'onetrip_commit_seconds', help: 'Time of a commit to the store, by how it ended.', labelNames: ['outcome'], buckets: SECONDS, registers }),
    registerReads: new Histogram({ name: 'onetrip_register_read_seconds', help: 'Time of a read of a register, by how it ended.', labelNames: ['register', 'outcome'], buckets: SECONDS, registers }),
    backgroundFailures: new Counter({ name: 'onetrip_background_failures_total', help: 'Rounds of work beside the web that failed, by job.', labelNames: ['job'], registers }),
  }
}
