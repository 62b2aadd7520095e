import { system } from '#app/kernel/case/actor.ts'

import { commandCase } from './command-case.ts'
import type { Environment } from './environment.ts'
import { runEach } from './run-each.ts'

export type TimerFailure = { caseId: string; key: string; error: unknown }

const BATCH = 100
/** As long nobody else fires what was taken, and a failure waits. */
const RETRY_MS = 60_000

/**
 * Fires what is due: silences, waits and returns that have run out. One timer's failure delays no other; it is tried
 * again a minute later.
 * @returns how many fired, and what failed
 */
export async function runTimers(env: Environment): Promise<{ fired: number; failures: TimerFailure[] }> {
  const { done, failures } = await runEach(
    await env.store.timers.due(env.now(), BATCH, RETRY_MS),
    async ({ caseId, key }) => {
      const expired = await commandCase(env, system, caseId, { type: 'expire', timer: key })
      if (!expired.ok) throw new Error(expired.problem.code, { cause: expired.problem })
      return true
    },
    ({ caseId, key }) => env.store.timers.postpone(caseId, key, env.now() + RETRY_MS),
  )
  return { fired: done, failures: failures.map(({ item: { caseId, key }, error }) => ({ caseId, key, error })) }
}
