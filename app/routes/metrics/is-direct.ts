import ipaddr from 'ipaddr.js'

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost'])
const FORWARDED = ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']

/**
 * Did the request come from this machine, not through a proxy that faces the world?
 * @param address of the network, as the connection has it: what a request says of its host anybody can write
 */
export const isDirect = (request: Request, address: string): boolean =>
  isLoopback(address) && LOOPBACK.has(new URL(request.url).hostname) && !FORWARDED.some((name) => request.headers.has(name))

const isLoopback = (address: string): boolean => ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback'
