import type { LoaderFunctionArgs } from '@remix-run/node'

import { notFound } from '#app/http/not-found.ts'
import { addressOf, portalOf } from '#app/portal.server.ts'
import { measurePortal } from '#app/use-cases/board/measure-portal.ts'

import { isDirect } from './is-direct.ts'
import { portalMetrics } from './portal-metrics.ts'
import { prometheusText } from './prometheus-text.ts'

/** For a Prometheus on this machine. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!isDirect(request, addressOf(context))) throw notFound()
  const measures = await measurePortal(portalOf(context).env)
  return new Response(prometheusText(portalMetrics(measures, process.memoryUsage(), process.uptime())), {
    headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
