import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const ATTESTED = 0x40

export type Options = { challenge: string; rp?: { id: string }; rpId?: string }
/** What a dishonest or broken one does. */
export type Tricks = { origin?: string; verifies?: boolean; counter?: number; challenge?: string; rpId?: string }

/** A security key in software: one ES256 key, no attestation; it answers as WebAuthn's `toJSON()` does. */
export class Authenticator {
  readonly id = randomBytes(32)
  counter = 0
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  private readonly origin: string

  constructor(origin: string) {
    this.origin = origin
  }

  create(options: Options, tricks: Tricks = {}): string {
    const clientDataJSON = this.clientData('webauthn.create', options, tricks)
    const data = Buffer.concat([this.authenticatorData(options, ATTESTED, tricks), Buffer.alloc(16), uint(this.id.length, 2), this.id, coseKey(this.keys.publicKey)])
    // { fmt: "none", attStmt: {}, authData: … } in CBOR
    const attestationObject = Buffer.concat([Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(data)])
    return this.answer({ clientDataJSON: base64url(clientDataJSON), attestationObject: base64url(attestationObject), transports: ['usb'] })
  }

  get(options: Options, tricks: Tricks = {}): string {
    this.counter = tricks.counter ?? this.counter + 1
    const clientDataJSON = this.clientData('webauthn.get', options, tricks)
    const data = this.authenticatorData(options, 0, tricks)
    const signature = createSign('sha256').update(data).update(sha256(clientDataJSON)).sign(this.keys.privateKey)
    return this.answer({ clientDataJSON: base64url(clientDataJSON), authenticatorData: base64url(data), signature: base64url(signature) })
  }

  private answer(response: Record<string, unknown>): string {
    return JSON.stringify({ id: base64url(this.id), rawId: base64url(this.id), type: 'public-key', clientExtensionResults: {}, response })
  }

  private clientData(type: string, { challenge }: Options, tricks: Tricks): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge: tricks.challenge ?? challenge, origin: tricks.origin ?? this.origin, crossOrigin: false }))
  }

  private authenticatorData({ rp, rpId }: Options, flags: number, tricks: Tricks): Buffer {
    const verified = tricks.verifies === false ? 0 : USER_VERIFIED
    return Buffer.concat([sha256(Buffer.from(tricks.rpId ?? rp?.id ?? rpId ?? '')), Buffer.from([flags | USER_PRESENT | verified]), uint(this.counter, 4)])
  }
}

const sha256 = (data: Buffer): Buffer => createHash('sha256').update(data).digest()
const base64url = (data: Buffer): string => data.toString('base64url')

function uint(value: number, size: number): Buffer {
  const buffer = Buffer.alloc(size)
  buffer.writeUIntBE(value, 0, size)
  return buffer
}

/** CBOR text of less than 24 bytes, and byte strings of less than 65,536. */
const text = (word: string): Buffer => Buffer.concat([Buffer.from([0x60 | word.length]), Buffer.from(word)])
const bytes = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0x59]), uint(data.length, 2), data])

/** { 1: 2, 3: -7, -1: 1, -2: x, -3: y }: an ES256 key on P-256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]), Buffer.from(x, 'base64url'), Buffer.from([0x22, 0x58, 0x20]), Buffer.from(y, 'base64url')])
}
