import { sign } from 'node:crypto'

import { canonicalJson } from '#db/event-chain.ts'
import type { ChainHead, Checkpoint } from '#db/store.ts'

import type { SigningKey } from './signing-key.ts'

/** Signs how long the chain is and how it ends. @param at epoch ms */
export function signCheckpoint(key: SigningKey, { size, head }: ChainHead, at: number): Checkpoint {
  const statement = { size, head, at, key: key.id }
  return { ...statement, signature: sign(null, Buffer.from(statementText(statement)), key.privateKey).toString('base64') }
}

/** The text that is signed (docs/audit.md). The first line keeps a signature from counting for anything else. */
export const statementText = ({ size, head, at, key }: Omit<Checkpoint, 'signature'>): string => `onetrip-checkpoint/1\n${canonicalJson({ size, head, at: iso(at), key })}`

/** What is shipped: one line of JSON, the same each time. */
export const shippedLine = ({ size, head, at, key, signature }: Checkpoint): string => JSON.stringify({ size, head, at: iso(at), key, signature })

const iso = (ms: number): string => new Date(ms).toISOString()
