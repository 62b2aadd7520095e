import { channel } from 'node:diagnostics_channel'

import type { Metrics } from './metrics.ts'

const failures = channel('onetrip:background-failure')

/** Says that a round of work beside the web failed, to whoever counts. @param job its name, one of a few */
export const tellBackgroundFailure = (job: string): void => failures.publish({ job })

/** Counts them. @returns a function that ends it */
export function countBackgroundFailures({ backgroundFailures }: Pick<Metrics, 'backgroundFailures'>): () => void {
  // Trusted: said above, and nowhere else.
  const count = (told: unknown): void => backgroundFailures.inc({ job: (told as { job: string }).job })
  failures.subscribe(count)
  return () => void failures.unsubscribe(count)
}
