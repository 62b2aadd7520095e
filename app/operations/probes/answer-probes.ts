import { type RequestHandler, type Response, Router } from 'express'
import { Registry } from 'prom-client'

import type { Portal } from '#app/portal.server.ts'

import { isDirect } from '../measure/is-direct.ts'
import { loadMetrics } from '../measure/load-metrics.ts'
import { storeMetrics } from '../measure/store-metrics.ts'
import type { Operations } from '../operations.ts'
import { makeReadiness } from './readiness.ts'

/**
 * What machines ask: before limits, sessions and pages, so that it is answered when nothing else is. `/healthz`: alive, touching
 * nothing else, so that a slow store gets nobody restarted; `/readyz`: to be sent people; `/metrics`: for a Prometheus on this machine.
 */
export function answerProbes(portal: Portal, operations: Operations): RequestHandler {
  const readiness = makeReadiness(portal, operations.stopping)
  const probes = Router({ caseSensitive: true, strict: true })
  probes.get('/healthz', (_request, response) => say(response, 200, 'ok'))
  probes.get('/readyz', (_request, response, next) => {
    readiness().then(({ ready, word }) => say(response, ready ? 200 : 503, word), next)
  })
  probes.get('/metrics', (request, response, next) => {
    if (!isDirect(request)) return say(response, 404, 'Not found')
    storeMetrics(portal.env)
      .then((ofStore) => Registry.merge([operations.metrics.registry, loadMetrics(operations.meter), ofStore]).metrics())
      .then((text) => void response.set({ 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' }).end(text))
      .catch(next)
  })
  return probes
}

const say = (response: Response, status: number, word: string): void => void response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${word}\n`)
