import type { Mandated } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Mandate } from '#db/mandate-store.ts'

import type { Environment } from '../environment.ts'

/** For whom a person may act today. Asked at every request, so that one taken back counts at once. */
export async function mandatesInForce(env: Environment, person: string): Promise<readonly Mandated[]> {
  const today = localDate(env.catalogue.calendar, env.now())
  const held = await env.store.mandates.heldBy(person)
  return held.filter((one) => isInForce(one, today)).map(({ id, kind, subject, name, services }) => ({ id, kind, subject, name, services }))
}

/** @param today YYYY-MM-DD; both days count */
export const isInForce = ({ since, until, revokedAt }: Mandate, today: string): boolean => revokedAt === null && since <= today && today <= until
