import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Concept, Entity, Register } from '#app/kernel/definition/surroundings.ts'
import type { Agreement } from '#app/kernel/records/agreement.ts'

import type { Environment } from '../environment.ts'
import { type AgreementStanding, standingOf } from './agreement-standing.ts'
import { askersOf, readersOf, type Writer, writersOf } from './register-uses.ts'

/** What the public may know of a register: what kind of data it holds and who may read it, never on whom. */
export type RegisterSummary = {
  id: string
  owner: string
  refreshed: string
  /** Asked over a connection to its owner; otherwise the portal keeps it. */
  remote: boolean
  fields: number
  readers: readonly string[]
}

export type RegisterDescription = RegisterSummary & {
  kinds: readonly KindOfRecord[]
  agreements: readonly (Agreement & { standing: AgreementStanding })[]
  writers: readonly Writer[]
}

/** A kind of record, with its fields. `askers`: services that ask applicants for the same thing. */
export type KindOfRecord = Pick<Entity, 'name' | 'subject' | 'many'> & { fields: readonly { name: string; concept: Concept; askers: readonly string[] }[] }

/** Every register, in the order of their files. */
export const listRegisters = ({ catalogue }: Pick<Environment, 'catalogue'>): RegisterSummary[] =>
  Object.values(catalogue.registers).map((register) => summaryOf(catalogue, register))

/** One register in full; null when there is none of this name. */
export function describeRegister({ catalogue, now }: Pick<Environment, 'catalogue' | 'now'>, id: string): RegisterDescription | null {
  const register = Object.hasOwn(catalogue.registers, id) ? catalogue.registers[id] : undefined
  if (!register) return null
  const { services } = catalogue
  const today = localDate(catalogue.calendar, now())
  return {
    ...summaryOf(catalogue, register),
    kinds: Object.values(register.entities).map(({ name, subject, many, fields }) => ({
      name, subject, many,
      fields: Object.entries(fields).map(([field, concept]) => ({ name: field, concept, askers: askersOf(services, concept.name) })),
    })),
    agreements: agreementsWith(catalogue, id).map((agreement) => ({ ...agreement, standing: standingOf(agreement, today) })),
    writers: writersOf(services, id),
  }
}

/** The agreements on one register, in the order of its file. */
export const agreementsWith = ({ agreements }: Pick<Catalogue, 'agreements'>, register: string): Agreement[] =>
  Object.values(agreements).filter((agreement) => agreement.register === register)

function summaryOf({ services }: Catalogue, { id, owner, refreshed, url, entities }: Register): RegisterSummary {
  const fields = Object.values(entities).reduce((sum, entity) => sum + Object.keys(entity.fields).length, 0)
  return { id, owner, refreshed, remote: url !== null, fields, readers: readersOf(services, id) }
}
