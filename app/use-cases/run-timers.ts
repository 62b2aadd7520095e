import { system } from '#app/kernel/case/actor.ts'

import { commandCase } from './command-case.ts'
import type { Environment } from './environment.ts'

export type TimerFailure = { caseId: string; key: string; error: unknown }

const BATCH = 100
const RETRY_MS = 60_000

/**
 * Fires what is due: silences, waits and returns that have run out. One timer's failure delays no other; it is tried
 * again a minute later.
 * @returns how many fired, and what failed
 */
export async function runTimers(env: Environment): Promise<{ fired: number; failures: TimerFailure[] }> {
  const failures: TimerFailure[] = []
  let fired = 0
  for (const { caseId, key } of await env.store.timers.due(env.now(), BATCH)) {
    try {
      const expired = await commandCase(env, system, caseId, { type: 'expire', timer: key })
      if (expired.ok) fired += 1
      else {
        failures.push({ caseId, key, error: expired.problem })
        await env.store.timers.postpone(caseId, key, env.now() + RETRY_MS)
      }
    } catch (error) {
      failures.push({ caseId, key, error })
      await env.store.timers.postpone(caseId, key, env.now() + RETRY_MS)
    }
  }
  return { fired, failures }
}
