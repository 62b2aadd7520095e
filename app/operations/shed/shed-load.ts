import type { RequestHandler } from 'express'

import type { Portal } from '#app/portal.server.ts'

import type { Operations } from '../operations.ts'
import { kindOfRequest } from './kind-of-request.ts'
import { overloadPage } from './overload-page.ts'
import { shouldShed } from './should-shed.ts'
import { turnAway } from './turn-away.ts'

/** Lets in what can be served in time, and tells the rest at once when to come back: before a session or a page is read. */
export function shedLoad(portal: Pick<Portal, 'i18n'>, { meter, metrics }: Operations): RequestHandler {
  return (request, response, next) => {
    const kind = kindOfRequest({ method: request.method, path: request.path, cookie: request.get('Cookie') })
    if (!shouldShed(meter.load(), kind)) {
      meter.began()
      response.once('close', meter.ended)
      return next()
    }
    metrics.shed.inc({ kind })
    turnAway(portal, request, response, overloadPage).catch(next)
  }
}
