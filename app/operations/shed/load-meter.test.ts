import { setTimeout as wait } from 'node:timers/promises'

import { afterEach, expect, test } from 'vitest'

import { type LoadMeter, makeLoadMeter } from './load-meter.ts'

let meter: LoadMeter
afterEach(() => meter.close())

function busy(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('a process whose every turn takes long is late for everything, as long as that lasts', async () => {
  meter = makeLoadMeter()
  // One turn is longer than the window of the meter: it must not be taken for one in which nothing happened.
  for (const turn of [50, 600]) {
    while (meter.load().delayMs < turn / 2) {
      busy(turn)
      await wait(1)
    }
  }
  while (meter.load().delayMs > 25) await wait(50)
})

test('one long turn is no overload', async () => {
  meter = makeLoadMeter()
  busy(1500)
  const seen: number[] = []
  for (let windows = 0; windows < 20; windows += 1) {
    await wait(50)
    seen.push(meter.load().delayMs)
  }
  expect(Math.max(...seen)).toBeLessThan(500)
})

test('it counts who was let in and is not answered', () => {
  meter = makeLoadMeter()
  meter.began()
  meter.began()
  meter.ended()
  expect(meter.load().inFlight).toBe(1)
})
