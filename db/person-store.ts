/** Somebody who can sign in. */
export type StoredPerson = {
  id: string
  kind: 'citizen' | 'staff'
  name: string
  /** Identity number: the subject of a citizen's records; null for staff. */
  subject: string | null
  /** Credit codes of companies a citizen acts for. */
  companies: readonly { code: string; name: string }[]
  /** Where they sit now. */
  desks: readonly string[]
  /** Shown on the demonstration's sign-in page, by this key in the locales; null: not offered there. */
  demo: string | null
}

/** `lent`: desks they sit at until an instant, by desk; they are among `desks` until then. */
export type PersonKept = StoredPerson & { lent?: Readonly<Record<string, number>> }

export type PersonStore = {
  find(id: string): Promise<StoredPerson | null>
  /** A citizen by identity number. */
  findBySubject(subject: string): Promise<StoredPerson | null>
  put(people: readonly PersonKept[]): Promise<void>
  /** Those offered at the demonstration's sign-in, in the order put. */
  demo(): Promise<readonly StoredPerson[]>
  /** Staff who sit at this desk, by name. */
  atDesk(desk: string): Promise<readonly StoredPerson[]>
  /** All staff, by name. */
  staff(): Promise<readonly StoredPerson[]>
}
