import type { NextFunction, Request, Response } from 'express'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what another site makes a browser send: on every method that changes something, the origin that the browser
 * states must be the host it talks to. Machines that send no origin carry no cookie to misuse.
 */
export function sameOrigin(request: Request, response: Response, next: NextFunction): void {
  if (SAFE.has(request.method) || isSameOrigin(request)) return next()
  response.status(403).type('text/plain').send('Forbidden')
}

function isSameOrigin(request: Request): boolean {
  // Browsers set this themselves; no page can.
  const site = request.get('Sec-Fetch-Site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.get('Origin')
  if (origin === undefined) return request.get('Cookie') === undefined
  try {
    return new URL(origin).host === request.get('Host')
  } catch {
    return false
  }
}
