import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

type Services = Catalogue['services']

const namesOf = (services: Services, does: (definition: Definition) => boolean): string[] =>
  Object.entries(services).flatMap(([id, definition]) => (does(definition) ? [id] : []))

/** Services in force that read something of this register. */
export const readersOf = (services: Services, register: string): string[] =>
  namesOf(services, ({ data }) => Object.values(data).some((field) => field.kind === 'record' && field.register === register))

/** Services in force that ask the applicant for this concept outright, whatever registers hold. */
export const askersOf = (services: Services, concept: string): string[] =>
  namesOf(services, ({ data }) => Object.values(data).some((field) => field.kind === 'question' && field.concept === concept))

export type Writer = { service: string; entity: string }

/** Services in force whose results this register keeps, and as which kind of record. */
export function writersOf(services: Services, register: string): Writer[] {
  return Object.entries(services).flatMap(([service, definition]) => {
    const kept = nodesOf(definition).flatMap((node) => (node.node === 'auto' && node.makes.kind === 'certificate' && node.makes.record?.register === register ? [node.makes.record.entity] : []))
    return [...new Set(kept)].map((entity) => ({ service, entity }))
  })
}
