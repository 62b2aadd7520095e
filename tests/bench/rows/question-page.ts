import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { bundle } from '../bare/bundle.ts'
import { startServer } from '../harness/child-server.ts'
import { processorTimes, type Side } from '../harness/figures-of.ts'
import type { HttpVisitor } from '../harness/http-visitor.ts'
import type { Bench } from '../harness/row.ts'
import { withServers } from '../harness/with-servers.ts'
import { benchCity } from '../portal/bench-city.ts'
import { beginApplication, signedIn, startPortal } from '../portal/start-portal.ts'

/** Some milliseconds, ids and chunks are not the same in both. */
const ALIKE = 0.03

export const questionPage: Bench = {
  name: 'question-page',
  says: 'a question page (session, texts, draft) against Express and renderToString of the same components with the same data',
  unit: 'ms',
  ratio: 'ours/theirs',
  goal: 3,
  atMost: true,
  measure: (effort) =>
    withServers(async (started) => {
      const portal = started(await startPortal(await benchCity(effort.folder)))
      const citizen = await signedIn(portal, 'citizen-0000')
      const path = `${await beginApplication(citizen)}/seats`
      const { text } = await citizen.get(path)
      const file = join(effort.folder, 'question.json')
      writeFileSync(file, JSON.stringify(await dataOf(citizen, path, text)))
      const bare = started(await startServer(await bundle('question-server.tsx', effort.folder), [file]))
      const bytes = Buffer.byteLength(text)
      const expect = { status: 200, bytes: [bytes * (1 - ALIKE), bytes * (1 + ALIKE)], contains: ['name="seats"', 'id="question-form"', 'action="/sign-out"'] } as const
      const side = (server: Side['server'], headers: Record<string, string>): Side => ({ server, askings: [{ method: 'GET', path, headers, expect }] })
      return processorTimes(effort, side(portal, citizen.headers()), side(bare, {}), { requests: 800, hands: 4 })
    }),
}

/** The data of a page, as the portal's own loaders give it. */
async function dataOf(citizen: HttpVisitor, path: string, text: string): Promise<Record<string, unknown>> {
  const loaded = async (route: string): Promise<unknown> => JSON.parse((await citizen.get(`${path}?_data=${encodeURIComponent(route)}`)).text)
  const named = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''
  return { path, root: await loaded('root'), page: await loaded('routes/apply.$draft.$question'), sheet: named(/rel="stylesheet" href="([^"]+)"/), enhancer: named(/<script src="([^"]+)"/) }
}
