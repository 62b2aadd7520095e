import { readSettings } from '#app/env.server.ts'
import { postMessages } from '#app/outbox/post-message.ts'
import { listen, makeServer } from '#app/server.ts'

import { buildIfNeeded } from './build-if-needed.ts'
import { StartError } from './connect-portal.ts'
import { openServedPortal } from './open-served-portal.ts'
import { runInBackground } from './run-in-background.ts'

/** `npm run serve`: the portal for real people, as docs/operating.md says. */
const say = (line: string): void => console.log(line)

try {
  await serve()
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

async function serve(): Promise<void> {
  const read = readSettings()
  if (!read.ok) throw new StartError(['The settings are not right:', ...read.messages].join('\n'))
  const { settings } = read
  const portal = await openServedPortal(settings, Date.now)
  if (!buildIfNeeded(say)) throw new StartError('The pages could not be built; see above.')
  const deliver = settings.OUTBOX_URL ? postMessages(settings.OUTBOX_URL) : async (message: { topic: string; id: string }) => portal.log.debug({ id: message.id, topic: message.topic }, 'notice')
  const stopBackground = runInBackground(portal, deliver, portal.checkpoints)
  const { server, url } = await listen(await makeServer(portal), settings.PORT, settings.HOST).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new StartError(`Port ${settings.PORT} is taken. Set PORT to another one.`) : error
  })
  say(`OneTrip listens at ${url} and is reached at ${settings.PUBLIC_URL}.`)
  const stop = (): void => {
    server.close(() => void stopBackground().then(portal.closeRegisters).then(() => Promise.all(portal.signIn.providers.map((line) => line.close()))).then(() => portal.env.store.close()))
    server.closeIdleConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
