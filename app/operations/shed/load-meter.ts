import { monitorEventLoopDelay, performance } from 'node:perf_hooks'

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
 * Measures this process. The delay is a mean over half a second, and the lesser of the last two: a program that is loaded, one drawn
 * certificate or one sweep of memory is no overload, a queue that stays is.
 */
export function makeLoadMeter(): LoadMeter {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  histogram.enable()
  let [delayMs, before, inFlight] = [0, 0, 0]
  let last = { count: 0, totalNs: 0, at: performance.now() }
  const window = setInterval(() => {
    // Never reset: it would forget when it last ticked, and tell nothing in windows with one tick, which are the busiest.
    const totalNs = histogram.count === 0 ? 0 : histogram.mean * histogram.count
    const [ticks, at] = [histogram.count - last.count, performance.now()]
    const everyMs = ticks === 0 ? at - last.at : (totalNs - last.totalNs) / ticks / NS_PER_MS
    // The timer that is measured by is itself due only every ten.
    const now = Math.max(0, everyMs - RESOLUTION_MS)
    delayMs = Math.min(before, now)
    before = now
    last = { count: histogram.count, totalNs, at }
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
