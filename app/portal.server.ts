import type { AppLoadContext } from '@remix-run/node'
import type { i18n } from 'i18next'
import type { Logger } from 'pino'

import type { SignIn } from '#app/sign-in/sign-in.ts'
import type { Rendered } from '#app/http/remix-handler.ts'
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
  /** What this one request has asked already: a page, its frame and its guard ask the same. */
  asked?: Map<string, Promise<unknown>>
}

/** The load context of a route. */
export type PortalContext = { portal: Portal; nonce: string; requestId: string; address: string } & Rendered

export function portalOf(context: AppLoadContext): Portal {
  // Trusted: server.ts makes this value, and Remix types it as anything.
  return (context as PortalContext).portal
}

/** The network address that a request comes from; behind proxies that are trusted, the one they name. */
export const addressOf = (context: AppLoadContext): string => (context as PortalContext).address

/** The answer of this request to a question that several parts of it ask; `ask` runs once. Outside of a request it runs each time. */
export function askedOnce<Answer>({ asked }: Portal, question: string, ask: () => Promise<Answer>): Promise<Answer> {
  // trusted: one question has one kind of answer
  const known = asked?.get(question) as Promise<Answer> | undefined
  const answer = known ?? ask()
  asked?.set(question, answer)
  return answer
}
