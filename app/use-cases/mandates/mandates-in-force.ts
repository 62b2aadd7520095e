import type { Mandated } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Mandate } from '#db/mandate-store.ts'

import type { Environment } from '../environment.ts'

/** For whom somebody may act today, of the mandates they hold. Asked at every request, so that one taken back counts at once. */
export function mandatesInForce({ catalogue, now }: Environment, held: readonly Mandate[]): readonly Mandated[] {
  const today = localDate(catalogue.calendar, now())
  return held.filter((one) => isInForce(one, today)).map(({ id, kind, subject, name, services }) => ({ id, kind, subject, name, services }))
}

/** @param today YYYY-MM-DD; both days count */
export const isInForce = ({ since, until, revokedAt }: Mandate, today: string): boolean => revokedAt === null && since <= today && today <= until
