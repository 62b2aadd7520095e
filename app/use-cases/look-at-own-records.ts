import type { Value } from '#app/kernel/case/answer.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import type { Concept, Entity } from '#app/kernel/definition/surroundings.ts'
import type { RegisterRecord } from '#db/store.ts'

import type { Environment } from './environment.ts'
import { readOwn } from './read-own.ts'
import type { RegisterRead } from './read-register.ts'
import { entitiesOn } from './registers-on.ts'
import { dataOf, type DataSubject } from './whose-data.ts'

/** What one register holds on somebody, or why it said nothing. */
export type OwnRecords = {
  whose: DataSubject
  register: string
  owner: string
  /** When this was read, as the access log has it (epoch ms). */
  at: number
  standing: RegisterRead['standing']
  records: readonly OwnRecord[]
}

/** A record with the fields that have a value, in the register's own order. */
export type OwnRecord = { id: string; asOf: string; validUntil: string | null; values: readonly { concept: Concept; value: Exclude<Value, null> }[] }

/**
 * Everything a register holds on the actor, their company, or whom they act for: one read, in the access log as their own
 * look before anything is shown (Personal Information Protection Law art. 45: everybody may see and copy their data).
 * @param of how an address calls whose data it is
 * @returns null where that is nobody whose data they may see, or the register keeps nothing of the kind
 */
export async function lookAtOwnRecords(env: Environment, actor: Actor, of: string, register: string): Promise<OwnRecords | null> {
  const whose = await dataOf(env, actor, of)
  const known = Object.hasOwn(env.catalogue.registers, register) ? env.catalogue.registers[register] : undefined
  const entities = whose && known ? entitiesOn(known, whose.kind) : []
  if (!whose || !known || entities.length === 0) return null
  const fields = entities.flatMap((entity) => Object.keys(entity.fields).map((field) => ({ entity: entity.name, field })))
  const at = env.now()
  const { records, standing } = await readOwn(env, actor, register, whose.subject, fields)
  const shown = entities.flatMap((entity) => records.filter((record) => record.entity === entity.name).map((record) => describe(entity, record)))
  return { whose, register, owner: known.owner, at, standing, records: shown.filter(({ values }) => values.length > 0) }
}

function describe({ name, fields }: Entity, { key, asOf, validUntil, data }: RegisterRecord): OwnRecord {
  const values = Object.entries(fields).flatMap(([field, concept]) => {
    const value = data[field] ?? null
    return value === null ? [] : [{ concept, value }]
  })
  return { id: `${name} ${key}`, asOf, validUntil, values }
}
