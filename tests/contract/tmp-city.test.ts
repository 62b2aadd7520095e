import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { seed } from '#db/seed.ts'
import type { Store } from '#db/store.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
const soundCatalogue = () => readCatalogue('workflows').catalogue!
import { newDatabase } from '#tests/factories/new-database.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
const NOW = Date.parse('2026-11-20T07:00:00Z')
async function figures(store: Store) {
  const cat = soundCatalogue()
  const desks = [...new Set((await store.board.openTasks(NOW)).map((r) => r.desk))]
  const q = { from: '2020-01-01', to: '2030-01-01', service: null }
  const pages = []
  let after: string | null = null
  for (let i = 0; i < 40; i++) { const p = await store.desk.queue({ desks, holder: { is: 'anyone' }, service: null, task: null, light: i % 2 ? 'green' : null, now: NOW }, { limit: 7, after }); pages.push(p.rows.map((r) => [r.service, r.task, r.desk, r.dueAt, r.holderId])); after = p.next; if (!after) break }
  return { tallies: await store.board.tallies(q, true), turn: await store.board.turnarounds(q), tasks: await store.board.openTasks(NOW), cases: await store.board.openCases(NOW, (at) => localDate(cat.calendar, at)), counts: await store.desk.counts(desks, 'x', NOW), choices: await store.desk.choices(desks), size: (await store.chain.head()).size, staff: await store.people.staff(), outbox: await store.outbox.pending(), timers: (await store.timers.due(NOW * 2, 5000, 0)).map((t) => [t.key, t.dueAt]).sort(), n: pages.flat().length }
}
it('same city', async () => {
  const pg = await openPostgresStore(await newDatabase()); const lite = openSqliteStore(`${mkdtempSync(tmpdir() + '/c-')}/x.db`)
  let t = performance.now(); await seed(lite, soundCatalogue(), NOW); console.log('sqlite', performance.now() - t)
  t = performance.now(); await seed(pg, soundCatalogue(), NOW); console.log('pg', performance.now() - t)
  const [a, b] = [await figures(lite), await figures(pg)]
  console.log(a.size, b.size, a.tallies.length, a.tasks.length, a.timers.length, a.n, b.n)
  expect(b).toEqual(a)
  await pg.close()
})
