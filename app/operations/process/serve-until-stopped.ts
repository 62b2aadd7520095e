import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

import type { OpenPortal } from '#app/cli/connect-portal.ts'
import { StartError } from '#app/cli/connect-portal.ts'
import { runInBackground } from '#app/cli/run-in-background.ts'
import type { Settings } from '#app/env.server.ts'
import { postMessages } from '#app/outbox/post-message.ts'
import type { Deliver } from '#app/outbox/deliver-messages.ts'
import { listen, makeServer } from '#app/server.ts'

import { countBackgroundFailures } from '../measure/background-failures.ts'
import { observeEnvironment } from '../measure/observe-environment.ts'
import { makeOperations, type Operations } from '../operations.ts'
import { within } from '../within.ts'
import { closeServer } from './close-server.ts'
import { onStopSignal } from './stop-signals.ts'

/** For requests under way; then for what runs beside them. Longer than any page takes, and less than orchestrators wait before they kill. */
const REQUESTS_MS = 25_000
const BACKGROUND_MS = 10_000
const LINGER_MS = 2000

/**
 * Serves a portal, with its work beside the web, until the process is told to end; then ends in order, losing nothing that was
 * begun. Throws StartError when it can't listen. @returns the address it listens at
 */
export async function serveUntilStopped(opened: OpenPortal, settings: Settings): Promise<string> {
  const stopping = new AbortController()
  const operations = await makeOperations(settings, opened.log, stopping.signal)
  const portal = { ...opened, env: observeEnvironment(opened.env, operations) }
  const stopCounting = countBackgroundFailures(operations.metrics)
  const { server, url } = await listen(await makeServer(portal, undefined, operations), settings.PORT, settings.HOST).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new StartError(`Port ${settings.PORT} is taken. Set PORT to another one.`) : error
  })
  const stopBackground = runInBackground(portal, deliverTo(portal, settings), portal.checkpoints)
  onStopSignal(() => {
    stopping.abort()
    void end({ portal, server, operations, drainMs: settings.DRAIN_MS, stopBackground }).finally(stopCounting)
  })
  return url
}

function deliverTo({ log }: OpenPortal, { OUTBOX_URL }: Settings): Deliver {
  return OUTBOX_URL === undefined ? async ({ id, topic }) => log.debug({ id, topic }, 'notice') : postMessages(OUTBOX_URL)
}

type Running = { portal: OpenPortal; server: Server; operations: Operations; drainMs: number; stopBackground(): Promise<void> }

/** In this order: each step needs what comes after it. What fails is said, and keeps nothing else from ending. */
async function end({ portal, server, operations, drainMs, stopBackground }: Running): Promise<void> {
  const { log, env } = portal
  const step = (what: string, run: () => Promise<unknown>): Promise<unknown> => run().catch((error: unknown) => log.error({ err: error }, `${what} did not end`))
  log.info({ drainMs }, 'told to end')
  await wait(drainMs)
  const broken = await closeServer(server, REQUESTS_MS)
  if (broken > 0) log.warn({ broken }, 'requests were broken off: they took too long')
  await step('the work beside the web', () => within(BACKGROUND_MS, stopBackground()))
  await step('registers', portal.closeRegisters)
  await step('sign-in providers', () => Promise.all(portal.signIn.providers.map((line) => line.close())))
  await step('traces', () => within(LINGER_MS, operations.trace.close()))
  operations.meter.close()
  await step('the store', () => env.store.close())
  log.info('ended')
  // Nothing is left to do; what still holds the process is no reason to stay.
  setTimeout(() => process.exit(0), LINGER_MS).unref()
}
