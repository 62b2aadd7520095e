import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'

/** The key that checkpoints are signed with. `id` names its public half, `publicPem` is that half, for auditors. */
export type SigningKey = { id: string; privateKey: KeyObject; publicPem: string }

/** Before the 32 bytes of a private Ed25519 key in PKCS #8 (RFC 8410, 7). */
const PKCS8_BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex')

/** Reads a private Ed25519 key: PEM, or base64 of PKCS #8 or of its 32 bytes. Null for anything else; nothing of it is ever said. */
export function readSigningKey(text: string): SigningKey | null {
  try {
    const privateKey = text.includes('-----BEGIN') ? createPrivateKey(text) : fromBytes(Buffer.from(text, 'base64'))
    return privateKey.asymmetricKeyType === 'ed25519' ? signingKey(privateKey) : null
  } catch {
    return null
  }
}

/** A new private key, in PEM. */
export const makeSigningKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const fromBytes = (bytes: Buffer): KeyObject => createPrivateKey({ key: bytes.length === 32 ? Buffer.concat([PKCS8_BEFORE_SEED, bytes]) : bytes, format: 'der', type: 'pkcs8' })

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey)
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return { id: createHash('sha256').update(der).digest('hex').slice(0, 16), privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() }
}
