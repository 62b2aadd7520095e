import type { Environment } from '#app/use-cases/environment.ts'

import { Applicant } from './applicant.ts'
import { Dice } from './dice.ts'

const DAY = 86_400_000
/** A badge is good for three years; this one has two months left, and may be renewed. */
const AGO = (3 * 365 - 60) * DAY

/**
 * A parking badge got years ago by somebody of the demonstration who still draws the mobility award, so that it can be
 * renewed. Dice of its own: nobody else's life changes by it.
 * @param until epoch ms: the city's present, to which the clock is set back
 * @returns the ref of the case; null where nobody of the demonstration could get one
 */
export async function liveOldBadge(env: Environment & { clock: { now: number } }, until: number): Promise<string | null> {
  const holder = (await env.store.people.demo()).find((person) => person.demo === 'low_income')
  env.clock.now = until - AGO
  let ref: string | null = null
  // Some dice leave the draft lying.
  for (let seed = 1; holder && ref === null && seed < 5; seed += 1) ref = await new Applicant(env, new Dice(seed)).applyFor(holder, 'disabled-parking-badge')
  env.clock.now = until
  return ref
}
