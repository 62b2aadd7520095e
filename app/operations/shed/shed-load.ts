import type { RequestHandler, Response } from 'express'

import { readPreferences } from '#app/i18n/preferences.server.ts'
import type { Portal } from '#app/portal.server.ts'

import type { Operations } from '../operations.ts'
import { kindOfRequest } from './kind-of-request.ts'
import { overloadPage } from './overload-page.ts'
import { shouldShed } from './should-shed.ts'

const RETRY_SECONDS = 5
const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Lets in what can be served in time, and tells the rest at once when to come back: before a session or a page is read. */
export function shedLoad({ i18n }: Pick<Portal, 'i18n'>, { meter, metrics }: Operations): RequestHandler {
  return (request, response, next) => {
    const kind = kindOfRequest({ method: request.method, path: request.path, cookie: request.get('Cookie') })
    if (!shouldShed(meter.load(), kind)) {
      meter.began()
      response.once('close', meter.ended)
      return next()
    }
    metrics.shed.inc({ kind })
    const headers = new Headers({ Cookie: request.get('Cookie') ?? '', 'Accept-Language': request.get('Accept-Language') ?? '' })
    readPreferences(new Request('http://portal.invalid', { headers }))
      .then(({ lang }) => turnAway(response.set('Content-Language', lang), overloadPage(i18n.getFixedT(lang), lang, !READING.has(request.method))))
      .catch(next)
  }
}

const turnAway = (response: Response, page: string): void => void response.status(503).set({ 'Retry-After': String(RETRY_SECONDS), 'Cache-Control': 'no-store' }).type('html').send(page)
