import { performance } from 'node:perf_hooks'

import type { RequestHandler, Response } from 'express'
import type { Logger } from 'pino'

import type { Operations } from '../operations.ts'

const MS = 1000

/**
 * Counts each request, times it, traces it, and writes a line about it: by the route that answered, never by its address. Files
 * of the pages are left out.
 */
export function noteRequests(log: Logger, { metrics, trace, stopping }: Operations): RequestHandler {
  return (request, response, next) => {
    const [began, span, method] = [performance.now(), trace.start('request'), request.method]
    lastAnswerOnceStopping(response, stopping)
    response.once('close', () => {
      const { route, status, isFile } = outcomeOf(response)
      const ms = performance.now() - began
      span.end({ 'http.route': route, 'http.request.method': method, 'http.response.status_code': response.statusCode }, response.statusCode >= 500)
      if (isFile) return
      metrics.requests.observe({ route, method, status }, ms / MS)
      log.info({ requestId: response.locals.requestId, method, route, status: status === 'broken' ? status : response.statusCode, ms: Math.round(ms) }, 'request')
    })
    span.run(next)
  }
}

/** Whoever kept the connection would be waited for, and then ask a process that is gone. Told as late as can be: it may end while a request is under way. */
function lastAnswerOnceStopping(response: Response, stopping: AbortSignal): void {
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => Response
  response.writeHead = (...head: unknown[]) => {
    if (stopping.aborted) response.setHeader('Connection', 'close')
    return writeHead(...head)
  }
}

/** What `express.static` is told to do with each file it gives. */
export const markFile = (response: Response): void => void (response.locals.isFile = true)

/** `broken`: the browser went before it had the answer. */
function outcomeOf(response: Response): { route: string; status: string; isFile: boolean } {
  const { route, isFile } = response.locals
  return { route: typeof route === 'string' ? route : 'none', status: response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : 'broken', isFile: isFile === true }
}
