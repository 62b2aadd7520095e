import type { Session, SessionStore } from '../session-store.ts'

import { memoryMandates } from './mandates.ts'
import { by } from './order.ts'
import { memoryPeople } from './people.ts'
import { copyOf, insert, type Tables } from './tables.ts'

/** @param now tells which desks are lent still */
export function memorySessions(tables: Tables, now: () => number): SessionStore {
  const { sessions } = tables
  const [people, mandates] = [memoryPeople(tables, now), memoryMandates(tables)]
  const revoke = (session: Session | undefined, at: number): boolean => {
    if (!session || session.revokedAt !== null) return false
    sessions.set(session.idHash, { ...session, revokedAt: at })
    return true
  }
  const openOf = (person: string) => [...sessions.values()].filter((one) => one.person === person && one.revokedAt === null)
  return {
    create: async (session) => insert(sessions, session.idHash, session),
    find: async (idHash) => copyOf(sessions.get(idHash)),
    withPerson: async (idHash) => {
      const session = copyOf(sessions.get(idHash))
      const person = session && (await people.find(session.person))
      return session && person && { session, person, mandates: person.kind === 'citizen' ? await mandates.heldBy(person.id) : [] }
    },
    replace: async (idHash, successor) => {
      if (sessions.has(successor.idHash) || !revoke(sessions.get(idHash), successor.seenAt)) return false
      insert(sessions, successor.idHash, successor)
      return true
    },
    touch: async (idHash, at) => {
      const session = sessions.get(idHash)
      if (session && session.seenAt < at) sessions.set(idHash, { ...session, seenAt: at })
    },
    revoke: async (idHash, at) => revoke(sessions.get(idHash), at),
    revokeOthers: async (person, except, at) => openOf(person).filter(({ idHash }) => idHash !== except && revoke(sessions.get(idHash), at)).length,
    openOf: async (person, at) => structuredClone(openOf(person).filter(({ endsAt }) => endsAt > at).sort(by(({ signedInAt, idHash }) => [-signedInAt, idHash]))),
    forget: async (before) => [...sessions.values()].filter(({ idHash, endsAt }) => endsAt < before && sessions.delete(idHash)).length,
  }
}
