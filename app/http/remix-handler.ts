import { Buffer } from 'node:buffer'

import { createReadableStreamFromReadable, createRequestHandler, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as Asked, RequestHandler, Response as Answering } from 'express'

import type { PageHandle } from '#app/ui/page-handle.ts'
import { isStoreAway } from '#db/store-away.ts'

import { answerPage } from './answer-page.ts'

/**
 * Where a page that was rendered as one string is left for whoever sends it: as a stream it would be pumped in pieces. `away` is the error
 * of a store that could not be asked: no page has anything to show then.
 */
export type Rendered = { page: { text: string | null; away?: unknown } }

/**
 * Between Express and Remix. While the store is away, the next error handler answers.
 * @param page the route that the build is for; null: it has many
 * @param contextOf the load context of a request
 */
export function remixHandler(build: ServerBuild, page: string | null, contextOf: (request: Asked, response: Answering) => Rendered): RequestHandler {
  const noting = notingAway(build)
  const handle = createRequestHandler(noting, 'production')
  const answerDocument = isPlainPage(build, page) ? answerPage(noting) : handle
  return async (request, response, next) => {
    try {
      const context = contextOf(request, response)
      // a script asks for the data of one route alone
      const answer = await ('_data' in request.query ? handle : answerDocument)(webRequest(request, response), context)
      if (context.page.away !== undefined) return next(context.page.away)
      await send(response, answer, context.page.text)
    } catch (error) {
      next(error)
    }
  }
}

/** A page, not a file or an address for forms; without scripts. */
function isPlainPage({ routes }: ServerBuild, page: string | null): boolean {
  const { default: shown, handle } = (page !== null && routes[page]?.module) || {}
  return shown !== undefined && !(handle as PageHandle | undefined)?.js
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
    headers: namesAndValues(request),
    signal: gone.signal,
    ...(hasBody ? { body: createReadableStreamFromReadable(request), duplex: 'half' } : {}),
  })
}

const namesAndValues = ({ headers }: Asked): [string, string][] =>
  Object.entries(headers).flatMap(([name, values]) => (Array.isArray(values) ? values.map((value): [string, string] => [name, value]) : values === undefined ? [] : [[name, values]]))

async function send(response: Answering, answer: Response, text: string | null): Promise<void> {
  response.statusMessage = answer.statusText
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  if (text !== null) {
    response.locals.page = text
    // as bytes: Node would go through a text twice, to count them and to write them
    response.end(Buffer.from(text))
  } else if (answer.body) await writeReadableStreamToWritable(answer.body, response)
  else response.end()
}
