import type { AppLoadContext } from '@remix-run/node'
import type { i18n } from 'i18next'
import type { Logger } from 'pino'

import type { Environment } from '#app/use-cases/environment.ts'

/** What the process hands to every route. */
export type Portal = {
  env: Environment
  i18n: i18n
  /** The demonstration: people are chosen, not proved, and no money moves. */
  demo: boolean
  sessionSecret: string
  registerTokens: Readonly<Record<string, string>>
  log: Logger
}

/** The load context of a route. */
export type PortalContext = { portal: Portal; nonce: string; requestId: string }

export function portalOf(context: AppLoadContext): Portal {
  // Trusted: server.ts makes this value, and Remix types it as anything.
  return (context as PortalContext).portal
}
