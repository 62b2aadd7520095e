import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Part } from '../bare/parts-server.ts'
import { treeOf } from '../bare/read-page.ts'
import { byTurns } from '../harness/by-turns.ts'
import { type ChildServer, startServer } from '../harness/child-server.ts'
import { httpVisitor } from '../harness/http-visitor.ts'
import type { Bench } from '../harness/row.ts'
import { withServers } from '../harness/with-servers.ts'
import { watchRows } from '../harness/written-rows.ts'
import { benchCity } from '../portal/bench-city.ts'
import { signedIn, startPortal } from '../portal/start-portal.ts'
import { type People, walkCase } from '../portal/walk-case.ts'

const CASES = 20

export const wholeCase: Bench = {
  name: 'whole-case',
  says: 'a restaurant from its guide to the permit, request by request, against Express with renderToString of the same pages and plain SQL of the same rows',
  unit: 'ms',
  ratio: 'ours/theirs',
  goal: 2,
  atMost: true,
  measure: (effort) =>
    withServers(async (started) => {
      const city = await benchCity(effort.folder)
      const portal = started(await startPortal(city))
      const people = await everybody(portal)
      const parts = await partsOf(portal.database, people)
      const [copy, file] = [join(effort.folder, 'bare-case.db'), join(effort.folder, 'bare-case.json')]
      copyFileSync(city, copy)
      writeFileSync(file, JSON.stringify(parts))
      const bare = started(await startServer(join(import.meta.dirname, '../bare/parts-server.ts'), [copy, file]))
      const cases = Math.max(1, Math.round(CASES * effort.share))
      const ours = () => spent(portal, cases, () => walkCase(people))
      const theirs = () => spent(bare, cases, () => walkParts(bare, parts))
      await ours()
      await theirs()
      return byTurns(effort.rounds, ours, theirs)
    }),
}

async function everybody(portal: ChildServer): Promise<People> {
  const people = ['staff-clerk', 'staff-food', 'staff-fire', 'staff-signs', 'staff-head'] as const
  const staff = await Promise.all(people.map(async (id) => [id, await signedIn(portal, id)] as const))
  // Trusted: one for each of the names above.
  return { citizen: await signedIn(portal, 'citizen-0000'), ...Object.fromEntries(staff) } as People
}

/** What one case is made of, in order: of each request the page it showed and the rows it wrote. */
async function partsOf(database: string, people: People): Promise<Part[]> {
  const parts: Part[] = []
  const written = watchRows(database)
  await walkCase(people, (method, { text }) => {
    const rows = written()
    parts.push({ rows, ...(method === 'GET' ? { page: treeOf(text) } : {}) })
  })
  return parts
}

/** @returns ms of processor time of the server, a case */
async function spent(server: ChildServer, cases: number, walk: () => Promise<unknown>): Promise<number> {
  const before = await server.usage()
  for (let one = 0; one < cases; one += 1) await walk()
  return ((await server.usage()) - before) / cases
}

/** As many requests as the case has, each answered by a page or a redirect. */
async function walkParts(server: ChildServer, parts: readonly Part[]): Promise<void> {
  const visitor = httpVisitor(server.url)
  for (const [at, { page }] of parts.entries()) {
    const { status } = page ? await visitor.get(`/${at}`) : await visitor.post(`/${at}`, { declared: 'yes' })
    if (status !== (page ? 200 : 303)) throw new Error(`part ${at} of a bare case: ${status}`)
  }
}
