import { isIP } from 'node:net'

import ipaddr from 'ipaddr.js'

import type { Register } from '#app/kernel/definition/surroundings.ts'

import { allowedAddresses } from './http/allowed-address.ts'
import { SECRET_LENGTH } from './http/signature.ts'

/** What the environment says: addresses that replace those of the registers' files, and the secrets, which no file holds. */
export type RegisterSettings = { REGISTER_URLS: Readonly<Record<string, string>>; REGISTER_SECRETS: Readonly<Record<string, string>> }

export type Way = { ok: true; url: string; secret: string; addresses: readonly string[] } | { ok: true; url: null } | { ok: false; message: string }

/**
 * How a register is reached: over HTTP when an address is set, else it is built in. An address from the environment goes
 * before the one in the register's file; where it is this machine's own (127.0.0.1, [::1]), that alone may be connected to.
 * When that can't work or would not be safe, a sentence for the operator that never holds the secret.
 */
export function wayTo(register: Register, { REGISTER_URLS, REGISTER_SECRETS }: RegisterSettings): Way {
  const set = own(REGISTER_URLS, register.id)
  const text = set ?? register.url
  if (text === null) return { ok: true, url: null }
  const wrong = (message: string): Way => ({ ok: false, message: `The register ${register.id} has the address ${text}, but ${message}` })
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return wrong('that is not an http or https address.')
  if (url.username || url.password || url.search || url.hash) return wrong('it may have a host and a path only.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const loopback = isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback'
  if (url.protocol === 'http:' && !loopback) return wrong('personal data goes over https, unless it stays on this machine (127.0.0.1 or [::1]).')
  const addresses = set !== null && loopback ? [onlyThis(host)] : register.addresses
  if (isIP(host) !== 0 && !allowedAddresses(addresses)(host)) return wrong(`its "addresses" do not allow it: ${addresses.join(', ') || 'public ones only'}.`)
  const secret = own(REGISTER_SECRETS, register.id)
  if (secret === null || secret.length < SECRET_LENGTH) return wrong(`REGISTER_SECRETS has no secret of at least ${SECRET_LENGTH} characters for it.`)
  return { ok: true, url: url.href, secret, addresses }
}

const own = (settings: Readonly<Record<string, string>>, id: string): string | null => (Object.hasOwn(settings, id) ? (settings[id] ?? null) : null)

const onlyThis = (host: string): string => {
  const address = ipaddr.process(host)
  return `${address.toString()}/${address.kind() === 'ipv4' ? 32 : 128}`
}
