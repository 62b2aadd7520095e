import type { Portal } from '#app/portal.server.ts'
import { hashOf } from '#app/sign-in/secret.ts'
import { keepForm, takeForm, type Typed } from '#app/sign-in/kept-form/kept-form.ts'

import { dropCookie, giveCookie, readCookie } from './secret-cookie.server.ts'
import { sessionSecretOf } from './session.server.ts'

/** More than any question's form can hold. */
const MOST_BYTES = 64_000

/** Pages with a question to answer: what was typed there is worth keeping, and they know how to show it again. */
const QUESTION = /^\/(?:apply\/[^/]+\/(?!(?:records|remove|review|sources)$)[^/]+|cases\/[^/]+\/(?:correct|supply)\/[^/]+)$/

/**
 * Keeps what was typed into a question's page when the session has ended meanwhile: it waits on the server for whose session it
 * was. Strangers' forms are not kept.
 * @returns the Set-Cookie of what is kept; null: nothing is
 */
export async function keepTyped(portal: Portal, request: Request): Promise<string | null> {
  const { pathname } = new URL(request.url)
  if (request.method !== 'POST' || !QUESTION.test(pathname)) return null
  const secret = await sessionSecretOf(portal, request)
  const ended = secret === null ? null : await portal.env.store.sessions.find(hashOf(secret))
  const typed = ended && (await readTyped(request))
  return ended && typed && giveCookie(portal, 'kept_form', await keepForm(portal.env, { person: ended.person, path: pathname }, typed))
}

/** What somebody typed into this page before they signed in again, once; `headers` go with the answer. */
export async function takeTyped(portal: Portal, request: Request, person: string): Promise<{ typed: Typed | null; headers: HeadersInit }> {
  const secret = await readCookie(portal, request, 'kept_form')
  const typed = secret === null ? null : await takeForm(portal.env, { person, path: new URL(request.url).pathname }, secret)
  return { typed, headers: typed ? { 'Set-Cookie': await dropCookie(portal, 'kept_form') } : {} }
}

/** Is a form waiting in this browser for whose it is to sign in? */
export const isTypedKept = async (portal: Portal, request: Request): Promise<boolean> => (await readCookie(portal, request, 'kept_form')) !== null

/** What the boxes of a question's page hold: as they were typed, where that is waiting; what a form says beside them is not for it. */
export const typedInto = (values: Typed, name: string, typed: Typed | null): Typed => ({ ...values, ...Object.fromEntries(Object.entries(typed ?? {}).filter(([box]) => box === name || box.startsWith(`${name}-`))) })

/** Null for a form with files: a browser must be given those again. */
async function readTyped(request: Request): Promise<Typed | null> {
  if (!request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') || !request.body) return null
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    // Read to its end and dropped, so that the browser can hear the answer.
    if (bytes <= MOST_BYTES) chunks.push(chunk)
  }
  if (bytes > MOST_BYTES) return null
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')))
}
