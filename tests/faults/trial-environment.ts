import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { beginCase } from '#app/use-cases/begin-case.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import type { Store } from '#db/store.ts'
import { at, buildDefinition, plainCalendar, trialSurroundings } from '#tests/factories/definition.ts'
import { citizen, trialAnswers } from '#tests/factories/play.ts'

const definition = buildDefinition()
const catalogue = { ...trialSurroundings, calendar: plainCalendar, services: { trial: definition }, definitions: { [definition.hash]: definition } } as unknown as Catalogue
const applicant = { person: citizen.id, name: 'Li Na', company: null, companyName: null }

/** When cases of the trial service are begun. */
export const BEGINNING = at('2026-03-02')

/** The trial service on a store, for use cases to work on. @param now the clock of whoever works here */
export const trialEnvironment = (store: Store, now: () => number = () => BEGINNING): Environment => ({ store, catalogue, registers: () => builtInRegister(store.records), now, chance: makeChance() })

/** A case that waits for its first desk. @returns its id */
export async function begunCase(env: Environment, key: string): Promise<string> {
  const begun = await beginCase(env, { ...citizen, kind: 'citizen', companies: [] }, definition, { applicant, answers: trialAnswers }, { draft: null, idempotencyKey: key })
  if (!begun.ok) throw new Error(begun.problem.code)
  return begun.state.id
}
