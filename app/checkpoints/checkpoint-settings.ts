import { isIP } from 'node:net'

import ipaddr from 'ipaddr.js'

import { readSigningKey } from './signing-key.ts'

/** What the environment says of checkpoints (app/env.server.ts). */
export type CheckpointSettings = {
  CHECKPOINT_KEY?: string | undefined
  CHECKPOINT_DIR?: string | undefined
  CHECKPOINT_URL?: string | undefined
  CHECKPOINT_ADDRESSES?: readonly string[] | undefined
}

const HOW_TO_MAKE = 'Make one with: openssl genpkey -algorithm ed25519'

/** A sentence for each thing that is missing or wrong for a portal that real people rely on. None holds anything secret. */
export function checkCheckpoints(settings: CheckpointSettings): string[] {
  const { CHECKPOINT_KEY: key, CHECKPOINT_DIR: folder, CHECKPOINT_URL: url } = settings
  return [
    ...(key === undefined ? [`CHECKPOINT_KEY is missing: the private Ed25519 key that checkpoints of the records are signed with. ${HOW_TO_MAKE}`] : []),
    ...(folder === undefined && url === undefined ? ['CHECKPOINT_DIR or CHECKPOINT_URL is missing: a second place for signed checkpoints, out of reach of this machine’s administrators.'] : []),
    ...wrongCheckpoints(settings),
  ]
}

/** A sentence for each thing that is set and can't be used. */
export function wrongCheckpoints({ CHECKPOINT_KEY: key, CHECKPOINT_URL: url, CHECKPOINT_ADDRESSES: addresses = [] }: CheckpointSettings): string[] {
  const wrongUrl = url === undefined ? null : wrongAddress(url)
  return [
    ...(key !== undefined && !readSigningKey(key) ? [`CHECKPOINT_KEY is no private Ed25519 key in PEM or base64. ${HOW_TO_MAKE}`] : []),
    ...(wrongUrl === null ? [] : [`CHECKPOINT_URL ${wrongUrl}`]),
    ...(addresses.every((one) => ipaddr.isValidCIDR(one)) ? [] : ['CHECKPOINT_ADDRESSES must be networks with commas between them, such as 10.1.0.0/16,10.2.0.0/16.']),
  ]
}

function wrongAddress(text: string): string | null {
  const url = URL.parse(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'must be an http or https address.'
  const isHere = isLoopback(url)
  return url.protocol === 'http:' && !isHere ? 'must be https, unless it stays on this machine (127.0.0.1 or [::1]).' : null
}

/** Does an address name this machine itself? */
export function isLoopback({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback'
}
