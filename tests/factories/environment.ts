import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { type AppliesFor, startApplication } from '#app/use-cases/start-application.ts'
import { buildCity } from '#db/demo/city.ts'
import { Applicant } from '#db/demo/applicant.ts'
import { Dice } from '#db/demo/dice.ts'
import { demoStaff } from '#db/demo/staff.ts'
import { openStore } from '#db/open-store.server.ts'
import type { DataKeys } from '#db/vault/data-keys.ts'

import { at } from './definition.ts'

export type TestEnvironment = Environment & { clock: { now: number } }

let catalogue: Catalogue | null = null

/** The three services, the people of Qinghe, a store, a clock that stands still until it is moved. */
export async function openTestEnvironment(databaseUrl = 'memory:', dataKeys?: DataKeys): Promise<TestEnvironment> {
  catalogue ??= readCatalogue('workflows').catalogue
  if (!catalogue) throw new Error('the definitions are not sound')
  const store = await openStore({ databaseUrl, ...(dataKeys && { dataKeys }) })
  const clock = { now: at('2026-03-02') }
  const city = buildCity(new Dice(1), localDate(catalogue.calendar, clock.now))
  await store.people.put([...city.people, ...demoStaff])
  await store.records.put(city.records)
  const builtIn = builtInRegister(store.records)
  return { store, catalogue, registers: () => builtIn, clock, now: () => clock.now, chance: makeChance() }
}

/** Somebody of Qinghe, as they act. */
export async function actor<K extends Actor['kind']>(env: Environment, id: string): Promise<Actor & { kind: K }> {
  const person = await env.store.people.find(id)
  if (!person) throw new Error(`nobody is called ${id}`)
  const { name, desks, companies } = person
  const acting: Actor = person.kind === 'staff' ? { kind: 'staff', id, name, desks } : { kind: 'citizen', id, name, companies: companies.map(({ code }) => code) }
  return acting as Actor & { kind: K }
}

/** A draft just begun, filled in from every register it reads. @returns its id */
export async function begun(env: Environment, who: Actor, service: string, on: Partial<AppliesFor> = {}, declined: readonly string[] = []): Promise<string> {
  const started = await startApplication(env, who, service, { company: null, mandate: null, ...on })
  if (!started.ok) throw new Error(JSON.stringify(started.problem))
  const agreed = await agreeToSources(env, who, started.draftId, declined)
  if (!agreed.ok) throw new Error(JSON.stringify(agreed.problem))
  return started.draftId
}

/**
 * A submitted application, everything answered plausibly by dice that repeat. @returns its ref
 * @param suits which of the cases that the dice make will do
 */
export async function submitted(env: Environment, service: string, person: string, suits: (state: CaseState) => boolean = () => true): Promise<string> {
  const citizen = await env.store.people.find(person)
  for (let seed = 1; citizen && seed < 40; seed += 1) {
    const ref = await new Applicant(env, new Dice(seed)).applyFor(citizen, service)
    const state = ref ? await env.store.cases.loadByRef(ref) : null
    if (ref && state && suits(state)) return ref
  }
  throw new Error(`${person} could not apply for ${service}`)
}
