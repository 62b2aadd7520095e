import { lookup, type LookupAddress, NOTFOUND } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'

import { buildConnector, Pool } from 'undici'

import { ANSWER_BYTES, AT_ONCE, TRY_MS } from './limits.ts'

/** Finds the addresses of a host; tests bring names of their own. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

/** The host is, or is found at, an address where this register must not be. */
export class RefusedAddress extends Error {
  constructor() {
    super('an address that is not allowed')
  }
}

const resolveByName: Resolve = (host) => new Promise((found, failed) => lookup(host, { all: true }, (error, addresses) => (error ? failed(error) : found(addresses))))

/** `connectMs`: how long a connection may take to come about; a register's patience, unless said otherwise. */
export type PoolOptions = { resolve?: Resolve | undefined; connectMs?: number }

/**
 * Connections to one host, kept alive. Each address is judged when it is connected to, not before: a name can mean another
 * one a moment later.
 */
export function guardedPool(origin: string, isAllowed: (address: string) => boolean, { resolve = resolveByName, connectMs = TRY_MS }: PoolOptions = {}): Pool {
  const connect = buildConnector({ timeout: connectMs, allowH2: false, rejectUnauthorized: true, lookup: guardedLookup(isAllowed, resolve) })
  return new Pool(origin, {
    connections: AT_ONCE,
    maxResponseSize: ANSWER_BYTES,
    connect: (options, done) => {
      const host = options.hostname.replace(/^\[|\]$/g, '')
      // Of a host that is an address already nothing is looked up.
      if (isIP(host) !== 0 && !isAllowed(host)) return done(new RefusedAddress(), null)
      connect(options, done)
    },
  })
}

function guardedLookup(isAllowed: (address: string) => boolean, resolve: Resolve): LookupFunction {
  const allowedOf = async (host: string): Promise<[LookupAddress, ...LookupAddress[]]> => {
    const found = await resolve(host)
    if (found.length === 0) throw Object.assign(new Error('found nowhere'), { code: NOTFOUND })
    const [first, ...others] = found.filter(({ address }) => isAllowed(address))
    if (!first) throw new RefusedAddress()
    return [first, ...others]
  }
  return (host, options, done) => {
    allowedOf(host).then(
      (allowed) => (options.all ? done(null, allowed) : done(null, allowed[0].address, allowed[0].family)),
      (error: Error) => done(error, ''),
    )
  }
}
