import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Part } from '../bare/parts-server.ts'
import { type Asking, idOf } from '../harness/asking.ts'
import { type ChildServer, startServer } from '../harness/child-server.ts'
import { rates, type Side } from '../harness/figures-of.ts'
import { httpVisitor } from '../harness/http-visitor.ts'
import type { Bench, Effort } from '../harness/row.ts'
import { withServers } from '../harness/with-servers.ts'
import { watchRows } from '../harness/written-rows.ts'
import { busyCity } from '../portal/busy-city.ts'
import { signedIn, startPortal } from '../portal/start-portal.ts'

const A_ROUND = 300
const HANDS = 8
export const submissionVolume = { requests: A_ROUND, hands: HANDS }
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

export const submissionHttp: Bench = {
  name: 'submission-http',
  says: 'applications handed in over HTTP, everything included, against Express and better-sqlite3 writing the same rows, both with every commit on the disk',
  unit: '/s',
  ratio: 'ours/theirs',
  goal: 0.6,
  atMost: false,
  measure: (effort) =>
    withServers(async (started) => {
      const { side, database } = await submittingPortal(effort, started)
      const bare = started(await bareSubmission(effort, side.server, database))
      const theirs: Asking = { method: 'POST', path: '/0', headers: FORM, body: 'declared=yes&application={n}', expect: { status: 303 } }
      return rates(effort, side, { server: bare, askings: [theirs] }, submissionVolume)
    }),
}

/** A portal with an application to hand in for every request there will be. */
export async function submittingPortal(effort: Effort, started: <One extends ChildServer>(server: One) => One): Promise<{ side: Side; database: string }> {
  const drafts = (effort.rounds + 1) * Math.round(A_ROUND * effort.share) + 1
  const portal = started(await startPortal(await busyCity(effort.folder, { drafts, submitted: 0 })))
  const citizen = await signedIn(portal, 'citizen-0000')
  const asking: Asking = { method: 'POST', path: '/apply/{id}/review', headers: { ...citizen.headers(), ...FORM, origin: portal.url }, body: 'declared=yes', expect: { status: 303 } }
  return { side: { server: portal, askings: [asking] }, database: portal.database }
}

/** A bare server that writes what one submission writes, on a database with the same rows in it. */
async function bareSubmission({ folder, rounds, share }: Effort, portal: ChildServer, database: string): Promise<ChildServer> {
  const last = idOf((rounds + 1) * Math.round(A_ROUND * share))
  const citizen = await signedIn(portal, 'citizen-0000')
  const written = watchRows(database)
  const { status, location } = await citizen.post(`/apply/${last}/review`, { declared: 'yes' })
  if (status !== 303 || !location.endsWith('/receipt')) throw new Error(`the application was not taken: ${status} ${location}`)
  const rows = written()
  const [copy, parts] = [join(folder, 'bare-submission.db'), join(folder, 'bare-submission.json')]
  copyFileSync(await busyCity(folder, { drafts: (rounds + 1) * Math.round(A_ROUND * share) + 1, submitted: 0 }), copy)
  writeFileSync(parts, JSON.stringify([{ rows }] satisfies Part[]))
  const server = await startServer(join(import.meta.dirname, '../bare/parts-server.ts'), [copy, parts])
  const once = await httpVisitor(server.url).post('/0', { declared: 'yes' })
  if (once.status !== 303) throw new Error(`the bare server writes nothing: ${once.status}`)
  return server
}
