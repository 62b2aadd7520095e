import type { LoaderFunctionArgs } from '@remix-run/node'

import { portalOf } from '#app/portal.server.ts'

/** Ready for people: the store is reached and its tables are those of this version. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { env, log } = portalOf(context)
  const ready = await env.store.ready().catch((error: unknown) => {
    log.error({ err: error }, 'the store is not reached')
    return false
  })
  return new Response(ready ? 'ready\n' : 'not ready\n', {
    status: ready ? 200 : 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
