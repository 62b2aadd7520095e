import type { Assurance } from '#app/kernel/assurance.ts'

import type { Mandate } from './mandate-store.ts'
import type { StoredPerson } from './person-store.ts'

/** Somebody is signed in, in one browser. What the browser holds is never kept, only its SHA-256. */
export type Session = {
  /** SHA-256 of the id in the browser's cookie, base64url. Names the session; nobody gets in with it. */
  idHash: string
  person: string
  /** Who vouched for them: the id of a provider, or `demo`. */
  provider: string
  assurance: Assurance
  secondFactor: boolean
  signedInAt: number
  /** The last request, to the minute. */
  seenAt: number
  /** The latest instant at which it ends, however busy it is. */
  endsAt: number
  revokedAt: number | null
}

/** A session and whom it lets in, as they are now. */
export type SessionOfPerson = {
  session: Session
  person: StoredPerson
  /** A citizen's: not revoked, whatever their days, by the name of whom they are for. Staff act for nobody. */
  mandates: readonly Mandate[]
}

export type SessionStore = {
  /** Throws when there is one with this id. */
  create(session: Session): Promise<void>
  /** Whether it still holds is for the reader to judge. */
  find(idHash: string): Promise<Session | null>
  /** The same with whom it lets in, in one question: every request asks it. Null also where nobody is known by what it says. */
  withPerson(idHash: string): Promise<SessionOfPerson | null>
  /** Ends one session and begins its successor, both or neither. False when the first had ended already: nothing is begun. */
  replace(idHash: string, successor: Session): Promise<boolean>
  /** Moves `seenAt` on, never back. */
  touch(idHash: string, at: number): Promise<void>
  /** Says whether it stood until now. */
  revoke(idHash: string, at: number): Promise<boolean>
  /** Ends all of a person's but one. Says how many. */
  revokeOthers(person: string, except: string | null, at: number): Promise<number>
  /** Not revoked and not past `endsAt`, newest first. */
  openOf(person: string, now: number): Promise<readonly Session[]>
  /** Drops those whose time was over before this instant. Says how many. */
  forget(before: number): Promise<number>
}
