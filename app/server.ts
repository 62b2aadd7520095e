import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { ServerBuild } from '@remix-run/node'
import express, { type Express, type Request, type RequestHandler, type Response } from 'express'

import { runAsProduction } from '#app/env.server.ts'
import { bodyLimit } from '#app/http/body-limit.ts'
import { guestPages } from '#app/http/guest-pages.ts'
import { guardRoutes } from '#app/http/guard-routes.server.ts'
import { lastResort } from '#app/http/last-resort.ts'
import { policies } from '#app/http/policies.ts'
import { readableRequest } from '#app/http/readable-request.ts'
import { remixHandler } from '#app/http/remix-handler.ts'
import { routeBuilds } from '#app/http/route-builds.ts'
import { sameOrigin } from '#app/http/same-origin.ts'
import { securityHeaders } from '#app/http/security-headers.ts'
import { markFile, noteRequests } from '#app/operations/measure/note-requests.ts'
import { observeRoutes, type Routed } from '#app/operations/measure/observe-routes.ts'
import { type Operations, quietOperations } from '#app/operations/operations.ts'
import { answerProbes } from '#app/operations/probes/answer-probes.ts'
import { shedLoad } from '#app/operations/shed/shed-load.ts'
import type { Portal, PortalContext } from '#app/portal.server.ts'

const YEAR_SECONDS = 31_536_000

/**
 * The process's web server: hands the portal to Remix as load context.
 * @param operations how it is watched and told to end; without any it is only a server
 */
export async function makeServer(portal: Portal, build?: ServerBuild, operations: Operations = quietOperations()): Promise<Express> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', [...portal.proxies])
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    response.locals.requestId = randomBytes(6).toString('hex')
    next()
  })
  app.use(securityHeaders(portal.signIn))
  app.use(answerProbes(portal, operations))
  app.use(noteRequests(portal.log, operations))
  app.use(readableRequest)
  app.use(bodyLimit)
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: YEAR_SECONDS * 1000, fallthrough: false, setHeaders: markFile }))
  // Only what stands under /assets carries its content's hash in its name.
  app.use(filesOnly(express.static('build/client', { maxAge: '1h', index: false, setHeaders: markFile })))
  app.use(sameOrigin)
  app.use(guestPages(portal))
  app.use(shedLoad(portal, operations))
  app.all('*', serveRoutes(portal, observeRoutes(guardRoutes(build ?? (await loadBuild()), policies))))
  app.use(lastResort(portal))
  return app
}

/** Files have an ending: for a page, the disk is not asked. */
const filesOnly = (files: RequestHandler): RequestHandler => (request, response, next) => (/\.\w+$/.test(request.path) ? files(request, response, next) : next())

/** Every route, each request by the part of the build that serves its path. */
function serveRoutes(portal: Portal, build: ServerBuild): RequestHandler {
  const buildOf = routeBuilds(build)
  const handlers = new Map<string | null, RequestHandler>()
  return (request, response, next) => {
    const part = buildOf(request.path)
    const page = part?.id ?? null
    const handle = handlers.get(page) ?? remixHandler(part?.build ?? build, page, (asked, answering) => contextOf(portal, asked, answering))
    handlers.set(page, handle)
    handle(request, response, next)
  }
}

function contextOf(portal: Portal, request: Request, response: Response): PortalContext & Routed {
  const { nonce, requestId } = response.locals
  return { portal: { ...portal, asked: new Map() }, page: { text: null }, nonce: String(nonce), requestId: String(requestId), address: request.ip ?? '', tellRoute: (id) => void (response.locals.route = id) }
}

async function loadBuild(): Promise<ServerBuild> {
  runAsProduction()
  const path = pathToFileURL(join(resolve('build'), 'server', 'index.js')).href
  // Trusted: the output of `npm run build`, which has no types of its own.
  return (await import(path)) as ServerBuild
}

/** Listens, and says where. */
export function listen(app: Express, port: number, host: string): Promise<{ server: Server; url: string }> {
  return new Promise((done, failed) => {
    const server = app.listen(port, host, () => {
      const address = server.address()
      const actual = address !== null && typeof address === 'object' ? address.port : port
      patience(server)
      done({ server, url: `http://${host}:${actual}` })
    })
    server.once('error', failed)
  })
}

/** Milliseconds that a browser may take: a phone with a large file has minutes, a header has seconds (slow requests hold connections). */
function patience(server: Server): void {
  server.headersTimeout = 10_000
  server.requestTimeout = 240_000
  server.keepAliveTimeout = 10_000
  server.timeout = 60_000
  server.maxRequestsPerSocket = 1000
}
