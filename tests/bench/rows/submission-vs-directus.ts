import { openStore } from '#db/open-store.server.ts'

import { type Asking, idOf } from '../harness/asking.ts'
import { type Item, startDirectus } from '../harness/directus.ts'
import { rates } from '../harness/figures-of.ts'
import type { Bench } from '../harness/row.ts'
import { withServers } from '../harness/with-servers.ts'
import { BENCH_KEYS } from '../portal/bench-city.ts'

import { submissionVolume, submittingPortal } from './submission-http.ts'

export const submissionVsDirectus: Bench = {
  name: 'submission-vs-directus',
  says: 'applications handed in over HTTP, everything included, against Directus on PostgreSQL taking an item with the same answers',
  unit: '/s',
  ratio: 'ours/theirs',
  goal: 8,
  atMost: false,
  measure: (effort) =>
    withServers(async (started) => {
      const { side, database } = await submittingPortal(effort, started)
      const answers = await answersIn(database)
      const directus = started(await startDirectus(effort.folder))
      await directus.fill('applications', [answers])
      const item: Asking = { method: 'POST', path: '/items/applications', headers: directus.headers, body: JSON.stringify(answers), expect: { status: 200, contains: ['"id":', '"seats":20'] } }
      return rates(effort, side, { server: directus, askings: [item] }, submissionVolume)
    }),
}

/** What an application says, each answer a column. */
async function answersIn(database: string): Promise<Item> {
  const store = await openStore({ databaseUrl: `file:${database}`, dataKeys: BENCH_KEYS })
  const draft = await store.drafts.load(idOf(0))
  await store.close()
  return Object.fromEntries(Object.entries(draft?.answers ?? {}).map(([name, { value }]) => [name, Array.isArray(value) ? value.join(',') : value])) as Item
}
