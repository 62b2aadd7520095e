import { copyFileSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { type ChildServer, startServer } from '../harness/child-server.ts'
import { type HttpVisitor, httpVisitor } from '../harness/http-visitor.ts'

/** @param city of which the portal gets a copy, beside it @returns also the path of that copy */
export async function startPortal(city: string): Promise<ChildServer & { database: string }> {
  const database = join(mkdtempSync(join(dirname(city), 'portal-')), 'portal.db')
  copyFileSync(city, database)
  return { ...(await startServer(join(import.meta.dirname, 'bench-portal.ts'), [database])), database }
}

/** Somebody signed in by the demonstration's chooser. Throws when they are not let in. */
export async function signedIn({ url }: ChildServer, person: string): Promise<HttpVisitor> {
  const visitor = httpVisitor(url)
  const { status } = await visitor.post('/sign-in', { person })
  if (status !== 303) throw new Error(`${person} was not signed in: ${status}`)
  return visitor
}

/** An application for the restaurant of the first citizen, begun and filled in from the registers. @returns the address of the draft */
export async function beginApplication(citizen: HttpVisitor): Promise<string> {
  const guide = await citizen.get('/services/restaurant-opening')
  const [, company] = /value="(company:[^"]+)"/.exec(guide.text) ?? []
  if (!company) throw new Error('the guide offers no company to apply for')
  const { status, location } = await citizen.post('/services/restaurant-opening', { for: company })
  const agreed = await citizen.post(`${location}/sources`)
  if (status !== 303 || agreed.status !== 303) throw new Error(`the application was not begun: ${status}, ${agreed.status}`)
  return location
}
