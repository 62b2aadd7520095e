import { readSettings } from '#app/env.server.ts'
import { serveUntilStopped } from '#app/operations/process/serve-until-stopped.ts'
import { demoHint } from '#app/view/demo-hint.ts'

import { buildIfNeeded } from './build-if-needed.ts'
import { openDemoPortal, StartError } from './open-portal.ts'

/** `npm start`: the portal with its demonstration city, on this machine only. */
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const say = (line: string): void => console.log(line)

try {
  await start()
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const read = readSettings()
  if (!read.ok) throw new StartError(['The settings are not right:', ...read.messages].join('\n'))
  const { settings } = read
  if (!LOOPBACK.has(settings.HOST)) {
    throw new StartError(`HOST is ${settings.HOST}: the demonstration lets anybody be anybody, so it answers on this machine only. Leave HOST out.`)
  }
  if (!buildIfNeeded(say)) throw new StartError('The pages could not be built; see above.')
  const portal = await openDemoPortal(settings, say)
  const url = await serveUntilStopped(portal, settings)
  await introduce(portal, url)
}

/** Prints where the portal is and who can sign in. */
async function introduce(portal: Awaited<ReturnType<typeof openDemoPortal>>, url: string): Promise<void> {
  const t = portal.i18n.getFixedT('en')
  say(`\nOneTrip is at ${url} — a demonstration: nobody here is real, and anybody can sign in as anybody.\n`)
  for (const person of await portal.env.store.people.demo()) say(`  ${person.name.padEnd(6, '　')} ${demoHint(t, person.demo ?? '')}`)
  say('\nStop with Ctrl+C.')
}
