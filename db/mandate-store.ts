/** Somebody may act for a person or a company: in which services, and until when. */
export type Mandate = {
  id: string
  /** Who acts: the id of a person. */
  person: string
  /** For whom: identity number or credit code. */
  subject: string
  kind: 'person' | 'company'
  /** Of whom they act for. */
  name: string
  /** By law as a parent (Civil Code art. 27), or granted by whom it is for. */
  basis: 'parent' | 'granted'
  /** Ids of services; null: all. */
  services: readonly string[] | null
  /** First and last day, YYYY-MM-DD. */
  since: string
  until: string
  revokedAt: number | null
}

export type MandateStore = {
  /** Not revoked, whatever their days, by the name of whom they are for. */
  heldBy(person: string): Promise<readonly Mandate[]>
  /** The same of those that let somebody act for this subject. */
  givenFor(subject: string): Promise<readonly Mandate[]>
  find(id: string): Promise<Mandate | null>
  /** One with the same id is replaced. */
  put(mandate: Mandate): Promise<void>
  /** Says whether it was in force until now. */
  revoke(id: string, at: number): Promise<boolean>
}
