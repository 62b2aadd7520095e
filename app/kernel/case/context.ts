import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'

import type { Actor } from './actor.ts'

/** What the outside world brings to a decision. */
export type Context = {
  /** Epoch ms. */
  now: number
  calendar: Calendar
  actor: Actor
  /** Unguessable, new for each command: names the certificate that the command may issue. */
  code: string
  /** By hash: where a case can be moved to. */
  definitions?: Readonly<Record<string, Definition>>
}
