import { join } from 'node:path'

import type { Asking } from '../harness/asking.ts'
import { type ChildServer, startServer } from '../harness/child-server.ts'
import { processorTimes, type Side } from '../harness/figures-of.ts'
import { type HttpVisitor, httpVisitor } from '../harness/http-visitor.ts'
import type { Bench } from '../harness/row.ts'
import { withServers } from '../harness/with-servers.ts'
import { benchCity } from '../portal/bench-city.ts'
import { beginApplication, signedIn, startPortal } from '../portal/start-portal.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const VOLUME = { requests: 800, hands: 4 }

/** A library that serves forms, with one question like ours. @param token the hidden field that guards its form */
type Peer = { name: string; file: string; says: string; goal: number; token: string }

const against = ({ name, file, says, goal, token }: Peer): Bench => ({
  name,
  says,
  unit: 'ms',
  ratio: 'theirs/ours',
  goal,
  atMost: false,
  measure: (effort) =>
    withServers(async (started) => {
      const portal = started(await startPortal(await benchCity(effort.folder)))
      const citizen = await signedIn(portal, 'citizen-0000')
      const ours = await questionSide(portal, citizen, `${await beginApplication(citizen)}/seats`, {})
      const peer = started(await startServer(join(import.meta.dirname, '../peers', file)))
      const visitor = httpVisitor(peer.url)
      await visitor.get('/restaurant')
      const { text } = await visitor.get(THEIRS)
      const guard = new RegExp(`name="${token}"[^>]* value="([^"]+)"`).exec(text)?.[1] ?? ''
      return processorTimes(effort, ours, await questionSide(peer, visitor, THEIRS, { [token]: guard }), VOLUME)
    }),
})

const THEIRS = '/restaurant/seats'

/** The page of a question and the saving of its answer, tried once: it has to lead on, not back to the page. */
async function questionSide(server: ChildServer, visitor: HttpVisitor, path: string, hidden: Record<string, string>): Promise<Side> {
  const { status, location, text } = await visitor.post(path, { ...hidden, seats: '10' })
  if (status < 300 || status >= 400 || location.endsWith(path)) throw new Error(`${path} does not take an answer: ${status} ${location} ${text.slice(0, 200)}`)
  const headers = visitor.headers()
  const get: Asking = { method: 'GET', path, headers, expect: { status: 200, contains: ['name="seats"', 'method="post"', 'value="'] } }
  const body = `${new URLSearchParams(hidden).toString()}&seats={small}`
  const post: Asking = { method: 'POST', path, headers: { ...headers, ...FORM, origin: server.url }, body, expect: { status, leadsTo: location } }
  return { server, askings: [get, post] }
}

export const questionVsDefra: Bench = against({
  name: 'question-get-post-vs-defra', file: 'defra.js', goal: 5, token: 'crumb',
  says: 'a question shown and its answer saved, on the disk, against forms-engine-plugin, in memory',
})

export const questionVsHmpo: Bench = against({
  name: 'question-get-post-vs-hmpo', file: 'hmpo.js', goal: 6, token: 'x-csrf-token',
  says: 'a question shown and its answer saved, on the disk, against hmpo-form-wizard, in memory',
})
