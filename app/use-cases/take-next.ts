import type { Actor } from '#app/kernel/case/actor.ts'
import { may } from '#app/kernel/permission.ts'

import { commandCase } from './command-case.ts'
import type { Environment } from './environment.ts'

/** How many rows of the queue are tried: enough for a room of clerks who press the button at once. */
const CANDIDATES = 50

/**
 * Claims the most urgent task nobody holds that this person may take: past those of which they took an earlier step,
 * and past those that colleagues take in the same moment.
 * @returns the case's ref, or null when there is nothing to take
 */
export async function takeNext(env: Environment, actor: Actor): Promise<string | null> {
  if (actor.kind !== 'staff' || !may(actor, 'work_at_desk', null, 'case_work')) return null
  const filter = { desks: actor.desks, holder: { is: 'nobody' as const }, service: null, task: null, light: null, now: env.now() }
  const { rows } = await env.store.desk.queue(filter, { limit: CANDIDATES })
  for (const row of rows) {
    const { task, round, desk, version } = row
    const claimed = await commandCase(env, actor, row.caseId, { type: 'claim', task, round, desk, version })
    if (claimed.ok) return row.ref
  }
  return null
}
