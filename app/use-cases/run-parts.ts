import type { Environment } from './environment.ts'
import { settlePart } from './settle-parts.ts'

export type PartFailure = { parentId: string; sub: string; error: unknown }

const BATCH = 100
const RETRY_MS = 60_000

/**
 * Does what is left to do between cases and their parts, after a crash or a failure. One part's failure delays no other;
 * it is tried again a minute later.
 * @returns how many moved, and what failed
 */
export async function runParts(env: Environment): Promise<{ moved: number; failures: PartFailure[] }> {
  const failures: PartFailure[] = []
  let moved = 0
  for (const part of await env.store.parts.pending(env.now(), BATCH)) {
    const { parentId, sub } = part
    try {
      if (await settlePart(env, part)) moved += 1
      else await env.store.parts.postpone(parentId, sub, env.now() + RETRY_MS)
    } catch (error) {
      failures.push({ parentId, sub, error })
      await env.store.parts.postpone(parentId, sub, env.now() + RETRY_MS)
    }
  }
  return { moved, failures }
}
