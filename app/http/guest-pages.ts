import type { Request as Asked, RequestHandler, Response as Answering } from 'express'

import { readPreferences } from '#app/i18n/preferences.server.ts'
import type { Portal } from '#app/portal.server.ts'

/** What everybody may read and most people come for: the home page, guides, help, the catalogue of data. Nothing that is asked for in words. */
const PAGE = /^\/(?:services(?:\/[a-z0-9-]{1,80})?|help|data(?:\/[a-z0-9_-]{1,80})?)?$/
/** A browser that holds nothing of ours but a taste. */
const GUEST = /^(?:(?:__Host-)?preferences=[^;]*)?$/
/** Definitions and texts are those of the process; what a guide reads in the store may be this old, in ms. */
const FRESH_MS = 60_000
/** Guides × languages × looks of a large city; who asks for more pushes out what was kept first. */
const MOST = 2000

type Kept = { text: string; lang: string; route: unknown; until: number }

/**
 * Keeps the pages that guests read, a minute each: they are the same for everybody of one language and look. Whoever is signed in, was
 * told something, or asks with words, gets a page of their own; who asks too often gets what the guard of routes says to that.
 */
export function guestPages({ env: { now }, budgets }: Pick<Portal, 'env' | 'budgets'>): RequestHandler {
  const kept = new Map<string, Kept>()
  return (request, response, next) => {
    if (!isGuestPage(request)) return next()
    keyOf(request)
      .then(async (key) => {
        const page = kept.get(key)
        if (page && now() < page.until && (await budgets.take('address', request.ip ?? '')).ok) return give(response, page)
        response.once('finish', () => keep(kept, key, response, now()))
        next()
      })
      .catch(next)
  }
}

const isGuestPage = ({ method, originalUrl, headers }: Asked): boolean => method === 'GET' && PAGE.test(originalUrl) && GUEST.test(headers.cookie ?? '')

/** Of the address in full: a page may name the host it was asked at. */
async function keyOf(request: Asked): Promise<string> {
  // trusted: preferences look at headers only
  const { lang, theme, mode } = await readPreferences({ headers: new Headers({ Cookie: request.get('Cookie') ?? '', 'Accept-Language': request.get('Accept-Language') ?? '' }) } as Request)
  return [request.protocol, request.get('Host'), request.originalUrl, lang, theme, mode].join(' ')
}

function give(response: Answering, { text, lang, route }: Kept): void {
  response.locals.route = route
  response.set({ 'Content-Type': 'text/html; charset=utf-8', 'Content-Language': lang, 'Cache-Control': 'no-store' }).end(text)
}

/** Only what was answered as a page, whole, without anything that is one answer's: a cookie, the word that lets a script run. */
function keep(kept: Map<string, Kept>, key: string, response: Answering, now: number): void {
  const { page, nonce, route } = response.locals
  if (response.statusCode !== 200 || typeof page !== 'string' || response.hasHeader('Set-Cookie') || page.includes(String(nonce))) return
  kept.delete(key)
  kept.set(key, { text: page, lang: String(response.getHeader('Content-Language')), route, until: now + FRESH_MS })
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) return
    kept.delete(oldest)
  }
}
