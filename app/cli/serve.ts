import { readSettings } from '#app/env.server.ts'
import { serveUntilStopped } from '#app/operations/process/serve-until-stopped.ts'

import { buildIfNeeded } from './build-if-needed.ts'
import { StartError } from './connect-portal.ts'
import { openServedPortal } from './open-served-portal.ts'

/** `npm run serve`: the portal for real people, as docs/operations.md says. */
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
  const url = await serveUntilStopped(portal, settings)
  say(`OneTrip listens at ${url} and is reached at ${settings.PUBLIC_URL}.`)
}
