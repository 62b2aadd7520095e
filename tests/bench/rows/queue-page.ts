import { actorFrom } from '#app/http/actor.server.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import type { Environment } from '#app/use-cases/environment.ts'
import { viewQueue } from '#app/use-cases/view-queue.ts'
import { openStore } from '#db/open-store.server.ts'

import type { Asking } from '../harness/asking.ts'
import { type Directus, type Item, startDirectus } from '../harness/directus.ts'
import { rates, type Side } from '../harness/figures-of.ts'
import type { Bench } from '../harness/row.ts'
import { withServers } from '../harness/with-servers.ts'
import { BENCH_DAY, BENCH_KEYS, soundCatalogue } from '../portal/bench-city.ts'
import { busyCity } from '../portal/busy-city.ts'
import { signedIn, startPortal } from '../portal/start-portal.ts'

const ROWS = 50
const WAITING = 60

export const queuePage: Bench = {
  name: 'queue-page',
  says: 'a clerk\'s queue of 50 rows as a page, with counts and filters, against Directus giving 50 such rows as JSON',
  unit: '/s',
  ratio: 'ours/theirs',
  goal: 2,
  atMost: false,
  measure: (effort) =>
    withServers(async (started) => {
      const portal = started(await startPortal(await busyCity(effort.folder, { drafts: 0, submitted: WAITING })))
      const clerk = await signedIn(portal, 'staff-clerk')
      const items = await queueItems(portal.database)
      const directus = started(await startDirectus(effort.folder))
      await directus.fill('queue', items)
      const refs = items.map(({ ref }) => String(ref))
      const page: Asking = { method: 'GET', path: '/desk', headers: clerk.headers(), expect: { status: 200, contains: ['<table', ...refs] } }
      return rates(effort, { server: portal, askings: [page] }, listSide(directus, items), { requests: 300, hands: 4 })
    }),
}

/** The rows of the page, as its use case gives them, each value a column. */
async function queueItems(database: string): Promise<Item[]> {
  const store = await openStore({ databaseUrl: `file:${database}`, dataKeys: BENCH_KEYS })
  const env: Environment = { store, catalogue: soundCatalogue(), registers: () => builtInRegister(store.records), now: () => BENCH_DAY, chance: makeChance() }
  const clerk = await store.people.find('staff-clerk')
  const queue = clerk && (await viewQueue(env, actorFrom(clerk), { holder: 'anyone', service: null, task: null, light: null }))
  await store.close()
  const rows = queue?.page.rows ?? []
  if (rows.length !== ROWS) throw new Error(`${rows.length} rows are in the queue instead of ${ROWS}`)
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [column(name), flat(value)])))
}

const column = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const flat = (value: unknown): Item[string] => (value !== null && typeof value === 'object' ? JSON.stringify(value) : (value as Item[string]))

function listSide({ url, headers }: Directus, items: readonly Item[]): Side<Pick<Directus, 'url'>> {
  const fields = Object.keys(items[0] ?? {}).join(',')
  const asking: Asking = { method: 'GET', path: `/items/queue?limit=${ROWS}&sort=ref&fields=${fields}`, headers, expect: { status: 200, contains: items.map(({ ref }) => String(ref)) } }
  return { server: { url }, askings: [asking] }
}
