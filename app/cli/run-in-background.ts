import type { Checkpoints } from '#app/checkpoints/checkpoints.ts'
import type { Deliver } from '#app/outbox/deliver-messages.ts'
import { deliverMessages } from '#app/outbox/deliver-messages.ts'
import { system } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { may } from '#app/kernel/permission.ts'
import { tellBackgroundFailure } from '#app/operations/measure/background-failures.ts'
import type { Portal } from '#app/portal.server.ts'
import { forgetSessions } from '#app/sign-in/session/forget-sessions.ts'
import { runAwaits } from '#app/use-cases/run-awaits.ts'
import { runParts } from '#app/use-cases/run-parts.ts'
import { runRetention } from '#app/use-cases/run-retention.ts'
import { runScans } from '#app/use-cases/run-scans.ts'
import { runTimers } from '#app/use-cases/run-timers.ts'
import { raiseAlerts } from '#app/use-cases/security/raise-alerts.ts'

import { onlyOne } from './only-one.ts'

const EVERY_MS = 1000

/**
 * Runs timers, outbox and checkpoints beside the web server, one round after the other. Any number of processes may do so on one
 * store: due work is given to one of them at a time, and what can't be divided is done by whoever holds its lease.
 * @returns a function that stops them, with a last checkpoint
 */
export function runInBackground(portal: Portal, deliver: Deliver, checkpoints: Checkpoints): () => Promise<void> {
  let stopped = false
  let round: Promise<void> = Promise.resolve()
  let next: NodeJS.Timeout | undefined
  const { env } = portal
  const retain = onlyOne(env, 'retention', onceADay(portal))
  const alert = onlyOne(env, 'alerts', everyMinute(portal, () => raiseAlerts(env)))
  const forget = onlyOne(env, 'sessions', () => forgetSessions(env))
  const checkpoint = onlyOne(env, 'checkpoints', checkpoints.round)
  const scan = onlyOne(env, 'scans', async () => {
    for (const file of (await runScans(env)).infected) portal.log.warn({ file }, 'malware in a file that was kept: nobody is given it any more')
  })
  const loop = async (): Promise<void> => {
    await attempt(portal, 'timers', async () => {
      const { failures } = await runTimers(portal.env)
      for (const { caseId, key, error } of failures) portal.log.error({ caseId, key, err: error }, 'a timer failed')
    })
    await attempt(portal, 'parts', async () => {
      const { failures } = await runParts(portal.env)
      for (const { parentId, sub, error } of failures) portal.log.error({ caseId: parentId, sub, err: error }, 'a part failed')
    })
    await attempt(portal, 'awaited records', async () => {
      const { failures } = await runAwaits(portal.env)
      for (const { caseId, wait, error } of failures) portal.log.error({ caseId, wait, err: error }, 'an awaited record could not be looked for')
    })
    await attempt(portal, 'scans', scan)
    await attempt(portal, 'alerts', alert)
    await attempt(portal, 'retention', retain)
    await attempt(portal, 'outbox', () => deliverMessages(portal.env.store.outbox, deliver, portal.env.now))
    await attempt(portal, 'sessions', forget)
    await attempt(portal, 'checkpoints', checkpoint)
    if (!stopped) next = setTimeout(() => void (round = loop()), EVERY_MS).unref()
  }
  round = loop()
  return async () => {
    stopped = true
    // Otherwise one more round would begin beside the last checkpoint, on a store that is being closed.
    clearTimeout(next)
    await round
    await attempt(portal, 'the last checkpoint', checkpoints.now)
    await checkpoints.close()
  }
}

/** Once a minute, whatever the round. */
function everyMinute(portal: Portal, run: () => Promise<unknown>): () => Promise<void> {
  let next = 0
  return async () => {
    const now = portal.env.now()
    if (now < next) return
    next = now + 60_000
    await run()
  }
}

/** What is due for erasing is looked for once in each day of the city, batch after batch until nothing is left. */
function onceADay(portal: Portal): () => Promise<void> {
  let done = ''
  return async () => {
    const { env, log } = portal
    const today = localDate(env.catalogue.calendar, env.now())
    if (done === today) return
    const { failures, more, ...counts } = await runRetention(env)
    for (const { caseId, error } of failures) log.error({ caseId, err: error }, 'a case could not be erased')
    if (counts.erased + counts.warned + counts.removed > 0) log.info(counts, 'retention')
    if (!more) done = today
  }
}

/** What the portal does by itself is asked for like anything else: only as the system, only for upkeep. */
async function attempt(portal: Portal, what: string, run: () => Promise<unknown>): Promise<void> {
  if (!may(system, 'run_job', null, 'upkeep')) return
  try {
    await run()
  } catch (error) {
    tellBackgroundFailure(what)
    portal.log.error({ err: error }, `${what} failed; tried again at once`)
  }
}
