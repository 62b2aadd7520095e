import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Register } from '#app/kernel/definition/surroundings.ts'

/** What an example is played against. */
export type Setting = {
  definition: Definition
  /** Every version of every service, by `serviceKey(id, version)`. */
  services: Readonly<Record<string, Definition>>
  calendar: Calendar
  registers: Readonly<Record<string, Register>>
}
