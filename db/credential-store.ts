/** A security key or passkey of somebody, as WebAuthn names it. */
export type Credential = {
  /** As the authenticator gave it, base64url. */
  id: string
  person: string
  /** COSE key. */
  publicKey: Uint8Array
  /** Signatures given so far, as the authenticator counts them; 0 for ever where it counts none. */
  counter: number
  transports: readonly string[]
  createdAt: number
  usedAt: number | null
}

export type CredentialStore = {
  /** Throws when the id is taken: a credential belongs to one person. */
  add(credential: Credential): Promise<void>
  find(id: string): Promise<Credential | null>
  /** Oldest first. */
  of(person: string): Promise<readonly Credential[]>
  /** Notes a use. False when `counter` is not beyond the one kept (both 0 apart): somebody has a copy of the key. */
  used(id: string, counter: number, at: number): Promise<boolean>
  /** Takes all of a person's away. Says how many. */
  removeOf(person: string): Promise<number>
}
