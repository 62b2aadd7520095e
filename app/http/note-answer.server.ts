import type { Portal } from '#app/portal.server.ts'
import { noteUse, type Use } from '#app/use-cases/security/note-use.ts'

import { pageStatus } from './page-data.server.ts'

/** Who was answered, on which route. */
export type Answered = Pick<Use, 'person' | 'address'> & { route: string }

/**
 * Answers, and writes down what may tell of misuse: what was refused (what is not somebody's and what does not exist are
 * one thing here, as in the answer), sign-ins that failed, tables taken along.
 * @param answer gives or throws a response, or gives data
 */
export async function noteAnswer(portal: Portal, who: Answered, answer: () => Promise<unknown>): Promise<unknown> {
  try {
    const answered = await answer()
    await note(portal, who, answered)
    return answered
  } catch (thrown) {
    await note(portal, who, thrown)
    throw thrown
  }
}

/** @param type its content type; null for a page. @returns null: nothing to write down */
export function kindOf(route: string, status: number, type: string | null): Use['kind'] | null {
  if (status === 429) return 'limited'
  if (status === 303 && route === 'routes/second-factor') return 'second_factor'
  if (status === 303 && route === 'routes/sign-out') return 'sign_out'
  if (route.startsWith('routes/sign-in') || route === 'routes/second-factor') return status >= 400 && status < 500 ? 'sign_in_failed' : null
  if (status === 404 || status === 403) return 'denied'
  return type?.startsWith('text/csv') ? 'export' : null
}

async function note({ env, log }: Portal, who: Answered, said: unknown): Promise<void> {
  const status = said instanceof Response ? said.status : pageStatus(said)
  const kind = status === null ? null : kindOf(who.route, status, said instanceof Response ? said.headers.get('Content-Type') : null)
  if (!kind) return
  try {
    await noteUse(env, { kind, ...who })
  } catch (error) {
    // The answer stands; that it could not be written down is told to the operator.
    log.error({ err: error }, 'the security log could not be written')
  }
}
