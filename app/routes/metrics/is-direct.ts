const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])
const FORWARDED = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']

/** Did the request come from this machine, not through a proxy that faces the world? */
export const isDirect = (request: Request): boolean => LOOPBACK.has(new URL(request.url).hostname) && !FORWARDED.some((name) => request.headers.has(name))
