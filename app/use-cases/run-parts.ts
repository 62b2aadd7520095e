import type { Environment } from './environment.ts'
import { runEach } from './run-each.ts'
import { settlePart } from './settle-parts.ts'

export type PartFailure = { parentId: string; sub: string; error: unknown }

const BATCH = 100
/** As long nobody else settles what was taken, and a failure waits. */
const RETRY_MS = 60_000

/**
 * Does what is left to do between cases and their parts, after a crash or a failure. One part's failure delays no other;
 * it is tried again a minute later.
 * @returns how many moved, and what failed
 */
export async function runParts(env: Environment): Promise<{ moved: number; failures: PartFailure[] }> {
  const { done, failures } = await runEach(
    await env.store.parts.pending(env.now(), BATCH, RETRY_MS),
    (part) => settlePart(env, part),
    ({ parentId, sub }) => env.store.parts.postpone(parentId, sub, env.now() + RETRY_MS),
  )
  return { moved: done, failures: failures.map(({ item: { parentId, sub }, error }) => ({ parentId, sub, error })) }
}
