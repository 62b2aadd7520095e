import { isIP } from 'node:net'

import ipaddr from 'ipaddr.js'

import type { SecurityKind } from '#db/security-store.ts'

import type { Environment } from '../environment.ts'

/** What somebody did. `address`: of the network; '' for what comes from inside. */
export type Use = { kind: SecurityKind; person: string | null; address: string; route: string | null }

/** Writes down how the portal was used. */
export const noteUse = (env: Environment, { address, ...use }: Use): Promise<void> =>
  env.store.security.append({ id: env.chance.id(env.now()), at: env.now(), ...use, network: networkOf(address) })

const IPV4_BITS = 24
const IPV6_BITS = 48

/** The network of an address: enough to see where much comes from, too little to say who it was (GDPR recital 30 counts addresses as personal). */
export function networkOf(address: string): string | null {
  if (isIP(address) === 0) return null
  const parsed = ipaddr.process(address)
  const bits = parsed.kind() === 'ipv4' ? IPV4_BITS : IPV6_BITS
  const cidr = `${parsed.toString()}/${bits}`
  const network = parsed.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr)
  return `${network.toString()}/${bits}`
}
