import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'

/** All of `workflows/`, read and checked: the one value the rest of the portal works from. */
export type Catalogue = Surroundings & {
  city: City
  calendar: Calendar
  /** Newest version of each service, by id, in the order of their folders. */
  services: Readonly<Record<string, Definition>>
}

export type City = { id: string; zone: string; currency: string }
