import { createSecretKey } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

import { pino } from 'pino'
import { inject } from 'vitest'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { loadLocales } from '#app/i18n/load-locales.server.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { noBudgets } from '#app/limits/budgets.ts'
import type { Portal } from '#app/portal.server.ts'
import { listen, makeServer } from '#app/server.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { copyStore } from '#db/copy/copy-store.server.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { fillPosts } from '#db/demo/posts.ts'
import { demoStaff } from '#db/demo/staff.ts'
import { openStore } from '#db/open-store.server.ts'
import { seed } from '#db/seed.ts'
import type { Store } from '#db/store.ts'
import type { DataKeys } from '#db/vault/data-keys.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { buildSignIn } from '#tests/factories/sign-in.ts'

import { template } from './templates.ts'

/** A portal of its own for a story: the built pages, SQLite on a new file, the people of Qinghe, no cases yet. */
export type TestPortal = { url: string; clock: { now: number }; env: Environment; i18n: Portal['i18n']; errors: string[]; stop(): Promise<void> }

export type Kind = 'sqlite' | 'postgres'

/** Monday 2 March 2026, nine in the morning: a week without holidays. */
export const MONDAY = Date.parse('2026-03-02T09:00:00+08:00')
/** Of every portal of every test file: cities are copied from one to the other. */
export const TEST_KEYS: DataKeys = { masters: [{ id: 'tests', secret: createSecretKey(Buffer.alloc(32, 't')) }], index: Buffer.alloc(32, 'i') }
export const REGISTER_TOKEN = 'a-token-of-the-health-register-for-tests'

/**
 * @param from a database to begin with, of which this portal gets a copy; null: the city on its first day
 * @param more how people sign in, when it is not by choosing who they are
 * @param on what keeps the data: a file, or this run's PostgreSQL server
 */
export async function startPortal(now = MONDAY, from: string | null = null, more: Partial<Pick<Portal, 'demo' | 'signIn'>> = {}, on: Kind = 'sqlite'): Promise<TestPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-'))
  const catalogue = { ...soundCatalogue() }
  const clock = { now }
  const store = await openStore({ databaseUrl: await databaseFor(on, from ?? (await newCity(now)), folder), dataKeys: TEST_KEYS, now: () => clock.now })
  const errors: string[] = []
  const builtIn = builtInRegister(store.records)
  const env: Environment = { store, catalogue, registers: () => builtIn, now: () => clock.now, chance: makeChance() }
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) })
  const portal: Portal = { env, i18n: texts(), demo: true, signIn: buildSignIn(), sessionSecret: 'a secret for tests', registerTokens: { health: REGISTER_TOKEN }, budgets: noBudgets, proxies: [], log, ...more }
  const { server, url } = await listen(await makeServer(portal), 0, '127.0.0.1')
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, clock, env, i18n: portal.i18n, errors, stop }
}

/** A database of a portal's own that begins as the file at `city`. */
async function databaseFor(on: Kind, city: string, folder: string): Promise<string> {
  if (on === 'postgres') return newDatabase(readFileSync(await inPostgres(city), 'utf8'))
  copyFileSync(city, join(folder, 'portal.db'))
  return `file:${folder}/portal.db`
}

/** The same city on the server, moved there as a town would be; a file with its address. */
const inPostgres = (city: string): Promise<string> =>
  template(templates, `${basename(city)}.address`, async (path) => {
    const moving = `${path}.db`
    copyFileSync(city, moving)
    const address = await newDatabase()
    await copyStore(`file:${moving}`, address, () => {})
    writeFileSync(path, address)
  })

let sound: Catalogue | null = null

/** Read and proved once for a test file: nothing ever changes it. */
function soundCatalogue(): Catalogue {
  sound ??= readCatalogue('workflows').catalogue
  if (!sound) throw new Error('the definitions are not sound')
  return sound
}

let loaded: Portal['i18n'] | null = null
const texts = (): Portal['i18n'] => (loaded ??= loadLocales('locales'))

/** Where templates lie: in the folder of this run, or, in a run without one, in this file's own. */
const templates = inject('templates') ?? mkdtempSync(join(tmpdir(), 'onetrip-'))

/** The database of the city on its first day. */
const newCity = (now: number): Promise<string> =>
  template(templates, `new-${now}.db`, (path) => fill(path, async (store) => {
    const city = buildCity(new Dice(1), localDate(soundCatalogue().calendar, now))
    await store.people.put([...city.people, ...city.newcomers, ...demoStaff, ...fillPosts(soundCatalogue().posts ?? [], demoStaff)])
    await store.records.put(city.records)
  }))

/** The database of a city that has months behind it. */
export const livedCity = (now = MONDAY): Promise<string> => template(templates, `lived-${now}.db`, (path) => fill(path, (store) => seed(store, soundCatalogue(), now)))

async function fill(path: string, live: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore({ databaseUrl: `file:${path}`, dataKeys: TEST_KEYS })
  await live(store)
  await store.close()
}
