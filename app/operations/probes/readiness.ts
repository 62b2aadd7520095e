import type { Portal } from '#app/portal.server.ts'

import { within } from '../within.ts'

/** Whether this process should be sent people, and why not, in a word for the operator. */
export type Readiness = { ready: boolean; word: string }

/** Less than the two seconds that proxies and orchestrators usually wait. */
export const PATIENCE_MS = 1500

/**
 * Ready: the store is reached, its tables are those of this version, and nobody has told the process to end. Degraded, while
 * checkpoints do not leave this machine: applications are taken, nothing is decided. Answers in time even when the store does
 * not; until that has answered, nobody asks it again.
 */
export function makeReadiness({ env, log }: Pick<Portal, 'env' | 'log'>, stopping: AbortSignal): () => Promise<Readiness> {
  let asked: Promise<Readiness> | null = null
  const ask = async (): Promise<Readiness> => {
    if (!(await env.store.ready())) return { ready: false, word: 'not migrated: the tables are not those of this version' }
    return (await env.isChainStalled?.()) ? { ready: true, word: 'degraded: no checkpoint has been shipped for four hours, so nothing is decided' } : { ready: true, word: 'ready' }
  }
  return async () => {
    if (stopping.aborted) return { ready: false, word: 'stopping' }
    asked ??= ask().finally(() => void (asked = null))
    return within(PATIENCE_MS, asked).catch((error: unknown): Readiness => {
      log.error({ err: error }, 'the store is not reached')
      return { ready: false, word: 'no store: it is not reached' }
    })
  }
}
