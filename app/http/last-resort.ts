import type { ErrorRequestHandler } from 'express'

import { storeAwayPage } from '#app/operations/shed/overload-page.ts'
import { turnAway } from '#app/operations/shed/turn-away.ts'
import type { Portal } from '#app/portal.server.ts'
import { isStoreAway } from '#db/store-away.ts'

/**
 * Answers for what went wrong before or behind every page: the reader gets a word and the number of the request, the log
 * the cause. While the store is away, a page says when to come back. Without it the framework would show the program's stack and the
 * paths of this machine.
 */
export const lastResort =
  ({ log, i18n }: Pick<Portal, 'log' | 'i18n'>): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const status = statusOf(error)
    const requestId = String(response.locals.requestId)
    if (status >= 500) log.error({ err: error, requestId, method: request.method, path: request.path }, 'request failed')
    // Half an answer can only be broken off, which is what the framework does.
    if (response.headersSent) return next(error)
    if (isStoreAway(error)) return void turnAway({ i18n }, request, response, storeAwayPage).catch(next)
    const word = status >= 500 ? `Something went wrong (${requestId})` : status === 404 ? 'Not found' : 'Not understood'
    response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(word)
  }

/** What is wrong with a request says so itself, as an address that can't be decoded or a file that is not there does. */
function statusOf(error: unknown): number {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}
