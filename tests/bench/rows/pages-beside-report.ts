import type { Asking } from '../harness/asking.ts'
import { byTurns, percentile } from '../harness/by-turns.ts'
import type { HttpVisitor } from '../harness/http-visitor.ts'
import type { Bench } from '../harness/row.ts'
import { type Asker, startAsker } from '../harness/start-asker.ts'
import { withServers } from '../harness/with-servers.ts'
import { busyCity } from '../portal/busy-city.ts'
import { beginApplication, signedIn, startPortal } from '../portal/start-portal.ts'

/** Long enough for some reports and for a hundredth to be more than a few pages. */
const PAGES = 1500
const HANDS = 2
const EACH_MS = 1000

export const pagesBesideReport: Bench = {
  name: 'pages-beside-report',
  says: 'how long the slowest hundredth of question pages takes while a manager asks for the board each second, against without',
  unit: 'ms',
  ratio: 'ours/theirs',
  goal: 1.2,
  atMost: true,
  measure: (effort) =>
    withServers(async (started) => {
      const portal = started(await startPortal(await busyCity(effort.folder, { drafts: 0, submitted: 60 })))
      const [citizen, manager] = [await signedIn(portal, 'citizen-0000'), await signedIn(portal, 'staff-manager')]
      const page: Asking = { method: 'GET', path: `${await beginApplication(citizen)}/seats`, headers: citizen.headers(), expect: { status: 200, contains: ['name="seats"'] } }
      const asker = started(startAsker())
      const slowest = () => slowestHundredth(asker, portal.url, page, Math.round(PAGES * effort.share))
      await slowest()
      return byTurns(effort.rounds, () => besideReports(manager, slowest), slowest)
    }),
}

/** @returns ms */
async function slowestHundredth(asker: Asker, url: string, page: Asking, requests: number): Promise<number> {
  return percentile((await asker.load({ url, askings: [page], requests, hands: HANDS })).latencies, 0.99)
}

/** Does something while the board is asked for each second, from the first moment. */
async function besideReports<Result>(manager: HttpVisitor, act: () => Promise<Result>): Promise<Result> {
  const reports: Promise<void>[] = []
  const ask = () => void reports.push(readBoard(manager))
  ask()
  const timer = setInterval(ask, EACH_MS)
  try {
    return await act()
  } finally {
    clearInterval(timer)
    await Promise.all(reports)
  }
}

async function readBoard(manager: HttpVisitor): Promise<void> {
  const { status, text } = await manager.get('/board')
  if (status !== 200 || !text.includes('<svg')) throw new Error(`the board was not shown: ${status}`)
}
