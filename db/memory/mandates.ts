import type { Mandate, MandateStore } from '../mandate-store.ts'

import { by } from './order.ts'
import { copyOf, type Tables } from './tables.ts'

export function memoryMandates({ mandates }: Tables): MandateStore {
  const standing = (isMeant: (one: Mandate) => boolean) =>
    structuredClone([...mandates.values()].filter((one) => one.revokedAt === null && isMeant(one)).sort(by(({ name, id }) => [name, id])))
  return {
    heldBy: async (person) => standing((one) => one.person === person),
    givenFor: async (subject) => standing((one) => one.subject === subject),
    find: async (id) => copyOf(mandates.get(id)),
    put: async (mandate) => void mandates.set(mandate.id, structuredClone(mandate)),
    revoke: async (id, at) => {
      const mandate = mandates.get(id)
      if (!mandate || mandate.revokedAt !== null) return false
      mandates.set(id, { ...mandate, revokedAt: at })
      return true
    },
  }
}
