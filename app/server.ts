import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express, { type Express } from 'express'

import { runAsProduction } from '#app/env.server.ts'
import { bodyLimit } from '#app/http/body-limit.ts'
import { guardRoutes } from '#app/http/guard-routes.server.ts'
import { lastResort } from '#app/http/last-resort.ts'
import { policies } from '#app/http/policies.ts'
import { readableRequest } from '#app/http/readable-request.ts'
import { sameOrigin } from '#app/http/same-origin.ts'
import { securityHeaders } from '#app/http/security-headers.ts'
import type { Portal, PortalContext } from '#app/portal.server.ts'

const YEAR_SECONDS = 31_536_000

/** The process's web server: hands the portal to Remix as load context. */
export async function makeServer(portal: Portal, build?: ServerBuild): Promise<Express> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', [...portal.proxies])
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64')
    response.locals.requestId = randomBytes(6).toString('hex')
    next()
  })
  app.use(securityHeaders(portal.signIn))
  app.use(readableRequest)
  app.use(bodyLimit)
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: YEAR_SECONDS * 1000, fallthrough: false }))
  // Only what stands under /assets carries its content's hash in its name.
  app.use(express.static('build/client', { maxAge: '1h', index: false }))
  app.use(sameOrigin)
  app.all(
    '*',
    createRequestHandler({
      build: guardRoutes(build ?? (await loadBuild()), policies),
      mode: 'production',
      getLoadContext: (request, response): PortalContext => ({ portal, nonce: String(response.locals.nonce), requestId: String(response.locals.requestId), address: request.ip ?? '' }),
    }),
  )
  app.use(lastResort(portal.log))
  return app
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
