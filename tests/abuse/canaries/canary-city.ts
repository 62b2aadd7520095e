import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { pino } from 'pino'

import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { noBudgets } from '#app/limits/budgets.ts'
import type { Portal } from '#app/portal.server.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { listen, makeServer } from '#app/server.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { fillPosts } from '#db/demo/posts.ts'
import { demoStaff } from '#db/demo/staff.ts'
import { openStore } from '#db/open-store.server.ts'
import type { StoredPerson } from '#db/store.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'
import { bestKnown } from '#tests/shared-records/cast.ts'
import { services } from '#tests/shared-records/files.ts'
import { TODAY, type World } from '#tests/shared-records/world.ts'

import { MONDAY, TEST_KEYS } from '../../journeys/test-portal.ts'

import { type Mint, openMint } from './mint.ts'
import { plantRecords } from './plant-records.ts'

/** A served city in which all that is personal is a canary. `log`: all that the portal wrote, at its most talkative. */
export type CanaryCity = { world: World; mint: Mint; staff: readonly StoredPerson[]; portal: Portal; url: string; log: string[]; database: string; stop(): Promise<void> }

/** People who have nothing to do with anybody's case. */
const STRANGERS = ['citizen-0300', 'citizen-0301']

export async function openCanaryCity(): Promise<CanaryCity> {
  const { catalogue } = readCatalogue('workflows')
  if (!catalogue) throw new Error('the definitions are not sound')
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-'))
  const database = join(folder, 'portal.db')
  const clock = { now: MONDAY }
  const store = await openStore({ databaseUrl: `file:${database}`, dataKeys: TEST_KEYS, now: () => clock.now })
  const mint = openMint()
  const city = buildCity(new Dice(1), TODAY)
  const planted = plantRecords(catalogue, theCast(city), mint)
  const staff = [...demoStaff, ...fillPosts(catalogue.posts ?? [], demoStaff)].map((one) => ({ ...one, name: mint.plant(`name of ${one.id}`) }))
  // Nobody is offered at the sign-in: its page would name them to everybody.
  await store.people.put([...planted.people, ...staff].map((one) => ({ ...one, demo: null })))
  await store.records.put(planted.records)
  const env = { store, catalogue, registers: () => builtInRegister(store.records), clock, now: () => clock.now, chance: makeChance() }
  const world: World = { ...env, city: { ...city, ...planted }, citizens: planted.people, asked: [], kept: { reads: 0 }, logged: [] }
  const log: string[] = []
  const portal: Portal = { env, i18n: loadLocales('locales'), demo: true, signIn: buildSignIn(), sessionSecret: 'a secret for tests', registerTokens: {}, budgets: noBudgets, proxies: [], log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }) }
  const { server, url } = await listen(await makeServer(portal), 0, '127.0.0.1')
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { world, mint, staff, portal, url, log, database, stop }
}

/** Those of whom registers know most of what each service reads, their families and companies, and strangers. */
function theCast(city: ReturnType<typeof buildCity>) {
  const citizens = [...city.people, ...city.newcomers]
  const suits = { city, citizens } as unknown as World
  const ids = new Set([...Object.values(services).map((service) => bestKnown(suits, service).id), ...STRANGERS, ...citizens.filter(({ demo }) => demo !== null).map(({ id }) => id)])
  const people = citizens.filter(({ id }) => ids.has(id))
  const told = JSON.stringify(people) + JSON.stringify(city.records.filter(({ subject }) => people.some((one) => one.subject === subject || one.companies.some(({ code }) => code === subject))).map(({ data }) => data))
  return { people, records: city.records.filter(({ subject }) => told.includes(subject)) }
}
