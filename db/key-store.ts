/** A key that values are sealed with, itself sealed under a master key that is not in the store. */
export type StoredKey = {
  /** `person:<id>`, `subject:<blind index>`, `case:<id>`, `file:<id>`, or VAULT. */
  id: string
  /** Whose values: `person:<id>`, or the blind index of a subject. */
  owner: string
  /** What it is for: '' for everything about its owner, or the case or file it ends with. */
  matter: string
  /** The key under the master key; null once it is destroyed. */
  wrapped: string | null
  /** Id of that master key. */
  master: string
  /** A subject's own number, sealed under this key, so that its blind index can be opened. */
  subject: string | null
  createdAt: number
  destroyedAt: number | null
}

/** How many keys lie under a master key. */
export type KeyCount = { master: string; count: number }

export type Rewrapped = { id: string; before: string; wrapped: string; master: string }

export type KeyStore = {
  /** Those of these ids that there are, destroyed ones too, in no order. */
  find(ids: readonly string[]): Promise<readonly StoredKey[]>
  /** All or nothing. One whose id is taken stays as it is. */
  put(keys: readonly StoredKey[]): Promise<void>
  /** Ids of the keys of an owner that are not destroyed, in order. */
  ofOwner(owner: string): Promise<readonly string[]>
  /** Forgets these keys for good: nothing sealed with them can be opened again. @returns how many there were */
  destroy(ids: readonly string[], at: number): Promise<number>
  /** Some that are not destroyed and not under this master key. */
  notUnder(master: string, limit: number): Promise<readonly StoredKey[]>
  /** Puts keys under another master key, those that are as they were `before`. @returns how many */
  rewrap(keys: readonly Rewrapped[]): Promise<number>
  /** Of keys that are not destroyed, by master key. */
  counts(): Promise<readonly KeyCount[]>
}
