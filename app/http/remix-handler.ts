import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as Asked, RequestHandler, Response as Answering } from 'express'

import { isStoreAway } from '#db/store-away.ts'

/**
 * Where a page that was rendered as one string is left for whoever sends it: as a stream it would be pumped in pieces. `away` is the error
 * of a store that could not be asked: no page has anything to show then.
 */
export type Rendered = { page: { text: string | null; away?: unknown } }

/** Between Express and Remix. While the store is away, the next error handler answers. @param contextOf the load context of a request */
export function remixHandler(build: ServerBuild, contextOf: (request: Asked, response: Answering) => Rendered): RequestHandler {
  const handle = createRequestHandler(notingAway(build), 'production')
  return async (request, response, next) => {
    try {
      const context = contextOf(request, response)
      const answer = await handle(webRequest(request, response), context)
      if (context.page.away !== undefined) return next(context.page.away)
      await send(response, answer, context.page.text)
    } catch (error) {
      next(error)
    }
  }
}

/** The same build, which leaves the error of a store that is away to whoever sends the answer. */
function notingAway(build: ServerBuild): ServerBuild {
  const { handleError } = build.entry.module
  const noting: typeof handleError = (error, args) => {
    // Trusted: server.ts makes this value, and Remix types it as anything.
    if (isStoreAway(error)) (args.context as Rendered).page.away = error
    else handleError?.(error, args)
  }
  return { ...build, entry: { module: { ...build.entry.module, handleError: noting } } }
}

/** `signal` fires when the browser has gone before its answer. */
function webRequest(request: Asked, response: Answering): Request {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  return new Request(`${request.protocol}://${request.get('host') ?? request.hostname}${request.originalUrl}`, {
    method: request.method,
    headers: headersOf(request),
    signal: gone.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(request), duplex: 'half' } : {}),
  })
}

function headersOf(request: Asked): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(request.headers)) {
    if (Array.isArray(values)) for (const value of values) headers.append(name, value)
    else if (values !== undefined) headers.set(name, values)
  }
  return headers
}

async function send(response: Answering, answer: Response, text: string | null): Promise<void> {
  response.statusMessage = answer.statusText
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  if (text !== null) {
    response.locals.page = text
    response.end(text)
  } else if (answer.body) await writeReadableStreamToWritable(answer.body, response)
  else response.end()
}
