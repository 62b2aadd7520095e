import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Entity, Register } from '#app/kernel/definition/surroundings.ts'

import type { Environment } from './environment.ts'
import type { DataSubject } from './whose-data.ts'

/** A register that keeps something on people or on companies. */
export type RegisterOn = {
  id: string
  /** The department that answers for it. */
  owner: string
  refreshed: string
  /** Services that may read this in it, by agreements that hold today. */
  services: readonly string[]
}

/** The registers that keep something on a person, or on a company, in the order of their files. */
export function registersOn({ catalogue, now }: Environment, kind: DataSubject['kind']): RegisterOn[] {
  const today = localDate(catalogue.calendar, now())
  const agreements = Object.values(catalogue.agreements)
  return Object.values(catalogue.registers).flatMap((register): RegisterOn[] => {
    const names = entitiesOn(register, kind).map(({ name }) => name)
    const reading = agreements.filter((one) => one.register === register.id && today <= one.until && Object.keys(one.fields).some((entity) => names.includes(entity)))
    const services = [...new Set(reading.map(({ service }) => service))].sort()
    return names.length === 0 ? [] : [{ id: register.id, owner: register.owner, refreshed: register.refreshed, services }]
  })
}

/** The kinds of record a register keeps on a person, or on a company. */
export const entitiesOn = ({ entities }: Register, kind: DataSubject['kind']): Entity[] => Object.values(entities).filter((entity) => entity.subject === kind)
