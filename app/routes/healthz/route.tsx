/** Alive: the process answers. Touches nothing else, so that a slow store does not get it restarted. */
export const loader = () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' } })
