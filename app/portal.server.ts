import type { AppLoadContext } from '@remix-run/node'
import type { i18n } from 'i18next'
import type { Logger } from 'pino'

import type { SignIn } from '#app/sign-in/sign-in.ts'
import type { Budgets } from '#app/limits/budgets.ts'
import type { Environment } from '#app/use-cases/environment.ts'

/** What the process hands to every route. */
export type Portal = {
  env: Environment
  i18n: i18n
  /** The demonstration: people are chosen, not proved, and no money moves. */
  demo: boolean
  signIn: SignIn
  /** Signs what a browser keeps and says back. */
  sessionSecret: string
  registerTokens: Readonly<Record<string, string>>
  /** How much may be asked for, by whom. */
  budgets: Budgets
  /** Proxies whose word on where a request comes from counts. */
  proxies: readonly string[]
  log: Logger
}

/** The load context of a route. */
export type PortalContext = { portal: Portal; nonce: string; requestId: string; address: string }

export function portalOf(context: AppLoadContext): Portal {
  // Trusted: server.ts makes this value, and Remix types it as anything.
  return (context as PortalContext).portal
}

/** The network address that a request comes from; behind proxies that are trusted, the one they name. */
export const addressOf = (context: AppLoadContext): string => (context as PortalContext).address
