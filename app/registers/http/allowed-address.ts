import ipaddr from 'ipaddr.js'

/** All of IPv6 that is given out to be reached from everywhere (RFC 4291, 2.4); the library counts what is left over as unicast too. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3')

/**
 * Which addresses a register may be reached at.
 * @param networks as 10.1.0.0/16; none: public addresses only, so that neither this machine nor the network around it,
 * where a cloud keeps its keys, can be reached by naming it
 */
export function allowedAddresses(networks: readonly string[]): (address: string) => boolean {
  const listed = networks.map((network) => ipaddr.parseCIDR(network))
  return (text) => {
    if (!ipaddr.isValid(text)) return false
    // An IPv4 address written as IPv6 counts as what it is.
    const address = ipaddr.process(text)
    return listed.length > 0 ? listed.some((network) => isIn(address, network)) : isPublic(address)
  }
}

type Address = ReturnType<typeof ipaddr.process>
type Network = ReturnType<typeof ipaddr.parseCIDR>

const isIn = (address: Address, [start, bits]: Network): boolean => address.kind() === start.kind() && address.match(start, bits)

const isPublic = (address: Address): boolean => address.range() === 'unicast' && (address.kind() === 'ipv4' || isIn(address, GLOBAL_IPV6))
