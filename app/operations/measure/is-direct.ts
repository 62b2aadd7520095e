import type { Request } from 'express'
import ipaddr from 'ipaddr.js'

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])
const FORWARDED = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']

/**
 * Did the request come from this machine, not through a proxy that faces the world? What it says of its host anybody can
 * write, so the connection itself must be local too.
 */
export function isDirect(request: Pick<Request, 'get' | 'socket'>): boolean {
  const address = request.socket.remoteAddress ?? ''
  if (!ipaddr.isValid(address) || ipaddr.process(address).range() !== 'loopback') return false
  const host = URL.parse(`http://${request.get('Host') ?? ''}`)?.hostname ?? ''
  return LOOPBACK.has(host) && !FORWARDED.some((name) => request.get(name) !== undefined)
}
