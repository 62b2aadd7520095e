import type { LoaderFunctionArgs } from '@remix-run/node'

import { portalOf } from '#app/portal.server.ts'

/**
 * Ready for people: the store is reached and its tables are those of this version. Degraded, while checkpoints do not leave
 * this machine: applications are taken, nothing is decided.
 */
export async function loader({ context }: LoaderFunctionArgs) {
  const { env, log } = portalOf(context)
  const ready = await env.store.ready().catch((error: unknown) => {
    log.error({ err: error }, 'the store is not reached')
    return false
  })
  const stalled = ready && (await env.isChainStalled?.())
  return new Response(stalled ? 'degraded: no checkpoint has been shipped for four hours, so nothing is decided\n' : ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
