import { system } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { AwaitedRecord } from '#db/store.ts'

import { awaitedFields, goOnWith } from './awaited-fields.ts'
import { definitionOf, type Environment } from './environment.ts'
import { readRegister } from './read-register.ts'
import { readingForCase } from './reading.ts'
import { MOST_WAIT_MS } from './register-wait.ts'
import { runEach } from './run-each.ts'
import { subjectsFor } from './subjects-of.ts'

export type AwaitFailure = { caseId: string; wait: string; error: unknown }

const BATCH = 50
const AGAIN_MS = 15 * 60_000

/**
 * Looks whether records that cases wait for have come without being sent: at once when a wait opens, then every quarter
 * of an hour. Only one that is no older than the application ends a wait. One failure delays no other.
 * @returns how many cases went on, and what failed
 */
export async function runAwaits(env: Environment): Promise<{ found: number; failures: AwaitFailure[] }> {
  const { done, failures } = await runEach(
    await env.store.cases.awaitsToLook(env.now(), BATCH, AGAIN_MS),
    (awaited) => lookFor(env, awaited),
    ({ caseId, wait }) => env.store.cases.lookedFor(caseId, wait, env.now() + AGAIN_MS),
  )
  return { found: done, failures: failures.map(({ item: { caseId, wait }, error }) => ({ caseId, wait, error })) }
}

async function lookFor(env: Environment, awaited: AwaitedRecord & { caseId: string }): Promise<boolean> {
  const { caseId, wait, register, entity, subject } = awaited
  const state = await env.store.cases.load(caseId)
  if (!state || state.sources?.[register] === 'declined') return false
  const definition = await definitionOf(env, state.service, state.definitionHash)
  const subjects = await subjectsFor(env, state.applicant)
  const { records } = await readRegister(env, readingForCase(definition, system, subjects, state), register, awaitedFields(definition, awaited), { signal: AbortSignal.timeout(MOST_WAIT_MS) })
  const since = localDate(env.catalogue.calendar, state.submittedAt)
  const record = records.find((one) => one.entity === entity && one.subject === subject && one.asOf >= since && Object.values(one.data).some((value) => value !== null))
  return record ? goOnWith(env, caseId, definition, wait, record) : false
}
