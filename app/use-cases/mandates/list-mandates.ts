import type { Actor } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Mandate } from '#db/mandate-store.ts'

import type { Environment } from '../environment.ts'

export type MyMandates = {
  /** For whom they may act. */
  held: readonly Mandate[]
  /** Who may act for them or a company they head, with that person's name. */
  given: readonly (Mandate & { holder: string })[]
}

/** A citizen's mandates on both sides, those that have run out left away; null for anybody else. */
export async function listMandates(env: Environment, actor: Actor): Promise<MyMandates | null> {
  if (actor.kind !== 'citizen') return null
  const today = localDate(env.catalogue.calendar, env.now())
  const person = await env.store.people.find(actor.id)
  const subjects = [person?.subject, ...actor.companies].filter((subject) => subject != null)
  const [held, ...given] = await Promise.all([env.store.mandates.heldBy(actor.id), ...subjects.map((subject) => env.store.mandates.givenFor(subject))])
  const standing = (mandates: readonly Mandate[]) => mandates.filter(({ until }) => until >= today)
  const holders = await Promise.all(standing(given.flat()).map(async (one) => ({ ...one, holder: (await env.store.people.find(one.person))?.name ?? '' })))
  return { held: standing(held ?? []), given: holders }
}
