import type { Concept } from '#app/kernel/definition/surroundings.ts'

import type { Environment } from '../environment.ts'
import { askersOf } from './register-uses.ts'

/** A concept, the fields of registers that hold it, and the services that ask applicants for it. */
export type ConceptUse = { concept: Concept; holders: readonly Holder[]; askers: readonly string[] }

export type Holder = { register: string; entity: string; field: string }

/** Every concept of the dictionary, in its order. */
export function describeDictionary({ catalogue }: Pick<Environment, 'catalogue'>): ConceptUse[] {
  const held = new Map<string, Holder[]>()
  for (const { id, entities } of Object.values(catalogue.registers)) {
    for (const { name, fields } of Object.values(entities)) {
      for (const [field, concept] of Object.entries(fields)) held.set(concept.name, [...(held.get(concept.name) ?? []), { register: id, entity: name, field }])
    }
  }
  return Object.values(catalogue.concepts).map((concept) => ({ concept, holders: held.get(concept.name) ?? [], askers: askersOf(catalogue.services, concept.name) }))
}
