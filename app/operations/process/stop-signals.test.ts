import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { onStopSignal } from './stop-signals.ts'

let clock: number
const stop = vi.fn()
const exit = vi.spyOn(process, 'exit').mockImplementation((() => {}) as never)
beforeEach(() => {
  clock = 1_000_000
  onStopSignal(stop, () => clock)
})
afterEach(() => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, process.listeners(signal).at(-1) as never)
  vi.clearAllMocks()
})

test('one signal stops, and what npm repeats of it is the same', () => {
  process.emit('SIGINT', 'SIGINT')
  clock += 900
  process.emit('SIGINT', 'SIGINT')
  expect([stop.mock.calls.length, exit.mock.calls.length]).toEqual([1, 0])
})

test('a second one does not wait', () => {
  process.emit('SIGTERM', 'SIGTERM')
  clock += 1001
  process.emit('SIGINT', 'SIGINT')
  expect([stop.mock.calls.length, exit.mock.calls]).toEqual([1, [[1]]])
})
