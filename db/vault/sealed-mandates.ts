import type { Mandate, MandateStore } from '../mandate-store.ts'
import { by } from '../memory/order.ts'
import type { Store } from '../store.ts'

import { openSubjects } from './subjects.ts'
import { openerOf, openOwn, sealOwn, subjectKey, type Vault } from './vault.ts'

const namePlace = (id: string): string => `mandates/name/${id}`

/** Whom somebody acts for: sealed for them, and ordered by name once it is opened. */
export function sealedMandates({ mandates: inner }: Store, vault: Vault): MandateStore {
  const open = async (mandates: readonly Mandate[]): Promise<Mandate[]> => {
    const numberOf = await openSubjects(vault, mandates.map(({ subject }) => subject))
    const openName = await openerOf(vault, mandates.map(({ name }) => name))
    const opened = mandates.map((one) => ({ ...one, subject: numberOf(one.subject) ?? '', name: openOwn(openName, namePlace(one.id), one.name) }))
    return opened.sort(by(({ name, id }) => [name, id]))
  }
  return {
    ...inner,
    heldBy: async (person) => open(await inner.heldBy(person)),
    givenFor: async (subject) => open(await inner.givenFor(vault.subjectIndex(subject))),
    find: async (id) => {
      const kept = await inner.find(id)
      return kept ? ((await open([kept]))[0] ?? null) : null
    },
    put: async (mandate) => {
      const wish = subjectKey(vault, mandate.subject)
      const key = (await vault.ring.ensure([wish]))(wish.id)
      await inner.put({ ...mandate, subject: wish.owner, name: sealOwn(key, namePlace(mandate.id), mandate.name) })
    },
  }
}
