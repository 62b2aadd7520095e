import type { Deliver } from '#app/outbox/deliver-messages.ts'
import { deliverMessages } from '#app/outbox/deliver-messages.ts'
import type { Portal } from '#app/portal.server.ts'
import { runAwaits } from '#app/use-cases/run-awaits.ts'
import { runParts } from '#app/use-cases/run-parts.ts'
import { runTimers } from '#app/use-cases/run-timers.ts'

const EVERY_MS = 1000

/** Runs timers and outbox beside the web server, one round after the other. @returns a function that stops them */
export function runInBackground(portal: Portal, deliver: Deliver): () => Promise<void> {
  let stopped = false
  let round: Promise<void> = Promise.resolve()
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
    await attempt(portal, 'outbox', () => deliverMessages(portal.env.store.outbox, deliver, portal.env.now))
    if (!stopped) setTimeout(() => void (round = loop()), EVERY_MS).unref()
  }
  round = loop()
  return async () => {
    stopped = true
    await round
  }
}

async function attempt(portal: Portal, what: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    portal.log.error({ err: error }, `${what} failed; tried again at once`)
  }
}
