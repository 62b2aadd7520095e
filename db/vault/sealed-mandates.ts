import type { Mandate, MandateStore } from '../mandate-store.ts'
import { by } from '../memory/order.ts'
import type { Store } from '../store.ts'

import type { Keys } from './key-ring.ts'
import { keyIdOf } from './sealed-text.ts'
import { subjectWith } from './subjects.ts'
import { openerWith, openOwn, sealOwn, subjectKey, subjectKeyId, type Vault } from './vault.ts'

const namePlace = (id: string): string => `mandates/name/${id}`

/** Whom somebody acts for: sealed for them, and ordered by name once it is opened. */
export function sealedMandates({ mandates: inner }: Store, vault: Vault): MandateStore {
  const open = async (mandates: readonly Mandate[]): Promise<Mandate[]> => openMandates(await vault.ring.load(mandates.flatMap(keysOfMandate)), mandates)
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

/** Ids of the keys that open a mandate. */
export const keysOfMandate = ({ subject, name }: Mandate): string[] => [subjectKeyId(subject), keyIdOf(name)]

/** Mandates as they were put, by name. */
export function openMandates(keys: Keys, mandates: readonly Mandate[]): Mandate[] {
  const open = openerWith(keys)
  const opened = mandates.map((one) => ({ ...one, subject: subjectWith(keys, one.subject) ?? '', name: openOwn(open, namePlace(one.id), one.name) }))
  return opened.sort(by(({ name, id }) => [name, id]))
}
