import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'
import type { Proof } from '#app/kernel/proof/prove.ts'
import type { Agreement } from '#app/kernel/records/agreement.ts'
import type { Delay } from '#app/kernel/records/delay.ts'
import type { RetentionSchedule } from '#app/kernel/records/retention.ts'

/** All of `workflows/`, read, checked and proved: the one value the rest of the portal works from. */
export type Catalogue = Omit<Surroundings, 'services'> & {
  city: City
  calendar: Calendar
  /** Newest version of each service, by id, in the order of their folders. */
  services: Readonly<Record<string, Definition>>
  /** Every version, those in force and those before, by `serviceKey(id, version)`. */
  versions: Readonly<Record<string, Definition>>
  /** The same, by their hash. */
  definitions: Readonly<Record<string, Definition>>
  /** What is proved of each, by the definition's hash. */
  proofs: Readonly<Record<string, Proof>>
  /** By `agreementKey(service, register)`. */
  agreements: Readonly<Record<string, Agreement>>
  /** Looks that are shown later to whom they are about. */
  delays: readonly Delay[]
  /** How long cases and drafts are kept. */
  retention: RetentionSchedule
}

/** What people find and apply for by themselves. */
export const offeredServices = ({ services }: Pick<Catalogue, 'services'>): Definition[] => Object.values(services).filter(({ opens }) => opens === 'by_applicant')

export type City = { id: string; zone: string; currency: string; themes: readonly string[] }

export const agreementKey = (service: string, register: string): string => `${service} ${register}`

/** The agreements of one service, by register. */
export const agreementsOf = ({ agreements }: Pick<Catalogue, 'agreements'>, service: string): Readonly<Record<string, Agreement>> =>
  Object.fromEntries(Object.values(agreements).flatMap((one) => (one.service === service ? [[one.register, one]] : [])))
