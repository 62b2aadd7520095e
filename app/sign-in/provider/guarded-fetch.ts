import type { CustomFetch } from 'openid-client'
import type { Pool } from 'undici'

import { allowedAddresses } from '#app/registers/http/allowed-address.ts'
import { guardedPool } from '#app/registers/http/guarded-pool.ts'

/** A provider may be far away, and people wait for it once. */
const CONNECT_MS = 5_000

/**
 * Speaks to the issuer's own host and port and to nobody else, whatever the issuer's documents name. Where that host is found is judged
 * when it is connected to; redirects are not followed, long answers are broken off.
 */
export function guardedFetch(issuer: string, addresses: readonly string[]): { fetch: CustomFetch; close: () => Promise<void> } {
  const { origin } = new URL(issuer)
  const pool = guardedPool(origin, allowedAddresses(addresses), { connectMs: CONNECT_MS })
  return { fetch: (address, init) => ask(pool, origin, address, init), close: () => pool.close() }
}

async function ask(pool: Pool, origin: string, address: string, { method, headers, body, signal }: Parameters<CustomFetch>[1]): Promise<Response> {
  const url = new URL(address)
  if (url.origin !== origin) throw new Error('an address outside the issuer')
  const sent = body === undefined || body === null ? null : await new Response(body as BodyInit).bytes()
  const answer = await pool.request({ method: method as 'GET', path: url.pathname + url.search, headers, body: sent, signal: signal ?? null })
  const read = await answer.body.bytes()
  return new Response(read.length > 0 ? new Uint8Array(read) : null, { status: answer.statusCode, headers: plainHeaders(answer.headers) })
}

const plainHeaders = (headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((one): [string, string] => [name, one])))
