import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Store } from '#db/store.ts'

import { buildCity } from './demo/city.ts'
import { Dice } from './demo/dice.ts'
import { History, type Progress } from './demo/history.ts'
import { fillPosts } from './demo/posts.ts'
import { demoStaff } from './demo/staff.ts'

/** The same dice make the same city: a register that runs beside the portal has to have this one. */
export const SEED = 20_261

/**
 * Fills an empty store with the demonstration city of Qinghe: people, companies, registers, staff, and months of cases
 * that were all made through the use cases.
 * @param until epoch ms: the city's present
 * @returns how many cases were submitted
 */
export async function seed(store: Store, catalogue: Catalogue, until: number, progress: Progress = () => {}): Promise<number> {
  const dice = new Dice(SEED)
  const city = buildCity(dice, localDate(catalogue.calendar, until))
  await store.people.put([...city.people, ...city.newcomers, ...demoStaff, ...fillPosts(catalogue.posts ?? [], demoStaff)])
  await store.records.put(city.records)
  for (const definition of Object.values(catalogue.definitions)) await store.definitions.save(definition)
  const clock = { now: until }
  const env = { store, catalogue, clock, registers: () => builtInRegister(store.records), now: () => clock.now, chance: makeChance() }
  return new History(env, dice, until).live(city.people, progress)
}
