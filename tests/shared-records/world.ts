import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import type { RegisterRequest, RegisterSource } from '#app/registers/register-source.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { mandatesInForce } from '#app/use-cases/mandates/mandates-in-force.ts'
import { type City, buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { fillPosts } from '#db/demo/posts.ts'
import { demoStaff } from '#db/demo/staff.ts'
import { openStore } from '#db/open-store.server.ts'
import type { AccessEntry, StoredPerson } from '#db/store.ts'
import { at } from '#tests/factories/definition.ts'
import type { TestEnvironment } from '#tests/factories/environment.ts'

export const TODAY = '2026-03-02'

/** An environment that writes down every request to a register, and every register that is read in the records the portal keeps itself. */
export type World = TestEnvironment & {
  city: City
  /** Everybody who can apply. */
  citizens: readonly StoredPerson[]
  asked: RegisterRequest[]
  kept: { reads: number }
  /** What went into the access log. */
  logged: AccessEntry[]
}

const { catalogue } = readCatalogue('workflows')

/** The demonstration city on its first day, with everybody in it and nothing lived yet. */
export async function openWorld(databaseUrl = 'memory:', sources?: (register: string) => RegisterSource | undefined): Promise<World> {
  if (!catalogue) throw new Error('the definitions are not sound')
  const opened = await openStore({ databaseUrl })
  const city = buildCity(new Dice(1), TODAY)
  await opened.people.put([...city.people, ...city.newcomers, ...demoStaff, ...fillPosts(catalogue.posts ?? [], demoStaff)])
  await opened.records.put(city.records)
  const kept = { reads: 0 }
  const records: typeof opened.records = { ...opened.records, read: (lookups) => ((kept.reads += new Set(lookups.map(({ register }) => register)).size), opened.records.read(lookups)) }
  const logged: AccessEntry[] = []
  const append: typeof opened.access.append = async (entries, counts) => {
    await opened.access.append(entries, counts)
    logged.push(...entries)
  }
  const store = { ...opened, records, access: { ...opened.access, append } }
  const asked: RegisterRequest[] = []
  const builtIn = builtInRegister(records)
  const spied = (register: string): RegisterSource => ({
    read: (request, signal) => {
      asked.push(request)
      return (sources?.(register) ?? builtIn).read(request, signal)
    },
  })
  const clock = { now: at(TODAY) }
  return { store, catalogue, registers: spied, clock, now: () => clock.now, chance: makeChance(), city, citizens: [...city.people, ...city.newcomers], asked, kept, logged }
}

/** Somebody as they act now: with the companies, desks and mandates that the store has of them. */
export async function whoIs(env: World, id: string): Promise<Actor> {
  const person = await env.store.people.find(id)
  if (!person) throw new Error(`nobody is called ${id}`)
  const { name, kind, desks, companies } = person
  if (kind === 'staff') return { kind, id, name, desks }
  return { kind, id, name, companies: companies.map(({ code }) => code), mandates: mandatesInForce(env, await env.store.mandates.heldBy(id)) }
}

/** @returns what was asked of registers meanwhile, what was written into the log, and what came of it */
export async function watching<T>(env: World, run: () => Promise<T>): Promise<{ result: T; asked: RegisterRequest[]; logged: AccessEntry[] }> {
  const [asked, logged] = [env.asked.length, env.logged.length]
  const result = await run()
  return { result, asked: env.asked.slice(asked), logged: env.logged.slice(logged) }
}
