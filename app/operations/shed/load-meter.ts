import { monitorEventLoopDelay } from 'node:perf_hooks'

import type { Load } from './load.ts'

/** Tells how busy the process is. */
export type LoadMeter = {
  load(): Load
  began(): void
  ended(): void
  close(): void
}

const RESOLUTION_MS = 10
const WINDOW_MS = 500
const NS_PER_MS = 1e6

/**
 * Measures this process. The delay is a mean over half a second: one drawn certificate or one sweep of memory is no overload,
 * a queue that stays is.
 */
export function makeLoadMeter(): LoadMeter {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  let [delayMs, inFlight] = [0, 0]
  const window = setInterval(() => {
    // The timer that is measured by is itself due only every ten.
    delayMs = histogram.count === 0 ? 0 : Math.max(0, histogram.mean / NS_PER_MS - RESOLUTION_MS)
    histogram.reset()
  }, WINDOW_MS).unref()
  return {
    load: () => ({ delayMs, inFlight }),
    began: () => void (inFlight += 1),
    ended: () => void (inFlight -= 1),
    close: () => {
      clearInterval(window)
      histogram.disable()
    },
  }
}

/** A process that is never too busy: nothing is shed. */
export const calmMeter: LoadMeter = { load: () => ({ delayMs: 0, inFlight: 0 }), began: () => {}, ended: () => {}, close: () => {} }
