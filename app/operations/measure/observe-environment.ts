import { performance } from 'node:perf_hooks'

import type { Environment } from '#app/use-cases/environment.ts'

import type { Operations } from '../operations.ts'

const MS = 1000

/** The same environment, whose commits and reads of registers are timed and traced: how they ended, never what they were about. */
export function observeEnvironment<Env extends Environment>(env: Env, operations: Pick<Operations, 'metrics' | 'trace'>): Env {
  const { metrics } = operations
  const commit: Env['store']['commit'] = (change) =>
    timed(operations, 'commit', () => env.store.commit(change), (done) => {
      const outcome = done === null ? 'failed' : done.ok ? 'ok' : done.reason
      return { attributes: { outcome, events: change.events.length }, observe: (seconds) => metrics.commits.observe({ outcome }, seconds) }
    })
  const registers: Env['registers'] = (register) => {
    const source = env.registers(register)
    return {
      read: (asked, signal) =>
        timed(operations, 'register read', () => source.read(asked, signal), (answer) => {
          const outcome = answer === null ? 'failed' : answer.ok ? 'read' : answer.why
          return { attributes: { register, outcome }, observe: (seconds) => metrics.registerReads.observe({ register, outcome }, seconds) }
        }),
    }
  }
  return { ...env, store: { ...env.store, commit }, registers }
}

type Told = { attributes: Readonly<Record<string, string | number>>; observe(seconds: number): void }

/** @param tell how it ended; null: it threw */
async function timed<Result>({ trace }: Pick<Operations, 'trace'>, name: string, run: () => Promise<Result>, tell: (result: Result | null) => Told): Promise<Result> {
  const [began, span] = [performance.now(), trace.start(name)]
  let result: Result | null = null
  try {
    result = await span.run(run)
    return result
  } finally {
    const { attributes, observe } = tell(result)
    observe((performance.now() - began) / MS)
    span.end(attributes, result === null)
  }
}
