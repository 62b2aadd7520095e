import type { SessionStore } from '../session-store.ts'
import type { Store } from '../store.ts'

import { keysOfMandate, openMandates } from './sealed-mandates.ts'
import { keysOfPerson, openPerson } from './sealed-people.ts'
import type { Vault } from './vault.ts'

/** A session says nothing personal, but whom it lets in is sealed, and whom they act for. */
export function sealedSessions({ sessions: inner }: Store, { ring }: Vault): SessionStore {
  return {
    ...inner,
    withPerson: async (idHash) => {
      const kept = await inner.withPerson(idHash)
      if (!kept) return null
      const keys = await ring.load([...keysOfPerson(kept.person), ...kept.mandates.flatMap(keysOfMandate)])
      return { session: kept.session, person: openPerson(keys, kept.person), mandates: openMandates(keys, kept.mandates) }
    },
  }
}
