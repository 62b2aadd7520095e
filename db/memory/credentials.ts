import type { CredentialStore } from '../credential-store.ts'

import { by } from './order.ts'
import { copyOf, insert, type Tables } from './tables.ts'

export function memoryCredentials({ credentials }: Tables): CredentialStore {
  const of = (person: string) => [...credentials.values()].filter((one) => one.person === person)
  return {
    add: async (credential) => insert(credentials, credential.id, credential),
    find: async (id) => copyOf(credentials.get(id)),
    of: async (person) => structuredClone(of(person).sort(by(({ createdAt, id }) => [createdAt, id]))),
    used: async (id, counter, at) => {
      const credential = credentials.get(id)
      if (!credential || (counter <= credential.counter && (counter !== 0 || credential.counter !== 0))) return false
      credentials.set(id, { ...credential, counter, usedAt: at })
      return true
    },
    removeOf: async (person) => of(person).filter(({ id }) => credentials.delete(id)).length,
  }
}
