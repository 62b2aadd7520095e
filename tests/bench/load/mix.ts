import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { type Asking, idOf } from '../harness/asking.ts'
import { busyCity } from '../portal/busy-city.ts'
import { beginApplication, signedIn, startPortal } from '../portal/start-portal.ts'

import { type Endured, openLoop } from './open-loop.ts'

/**
 * `node tests/bench/load/mix.ts [SECONDS]`: how many page views and submissions a second this machine bears, one submission to a hundred views, the one
 * who asks on the same machine. Grows until answers are wrong or a hundredth of them takes a second; then the last that was borne, for so many seconds.
 */
const seconds = Number(process.argv[2] ?? '60')
const STEP_SECONDS = 10
const TOO_LONG_MS = 1000
const RATES = [50, 100, 150, 200, 250, 300, 400, 500, 650, 800, 1000]
const A_SUBMISSION = 100
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

const folder = mkdtempSync(join(tmpdir(), 'onetrip-mix-'))
const drafts = Math.ceil((RATES.reduce((sum, rate) => sum + rate * STEP_SECONDS, 0) + 1000 * seconds) / A_SUBMISSION)
const portal = await startPortal(await busyCity(folder, { drafts, submitted: 60 }))
const asking = await mix()
let handedIn = 0

let borne = 0
for (const rate of RATES) {
  const endured = await load(rate, STEP_SECONDS)
  if (endured.errors > 0 || endured.p99 > TOO_LONG_MS) break
  borne = rate
}
if (borne > 0) await load(borne, seconds)
await portal.stop()
rmSync(folder, { recursive: true })

async function load(perSecond: number, forSeconds: number): Promise<Endured> {
  const before = await portal.usage()
  const endured = await openLoop({ url: portal.url, perSecond, seconds: forSeconds, asking })
  const processorMs = Math.round((((await portal.usage()) - before) / endured.asked) * 100) / 100
  console.log(JSON.stringify({ perSecond, seconds: forSeconds, ...endured, processorMs }))
  return endured
}

/** Of a hundred: 60 pages that everybody reads, 20 questions, 10 lists of somebody's cases, 9 queues, one submission. */
async function mix(): Promise<(number: number) => Asking> {
  const citizen = await signedIn(portal, 'citizen-0000')
  const clerk = await signedIn(portal, 'staff-clerk')
  const draft = await beginApplication(citizen)
  const get = (path: string, headers: Record<string, string> = {}): Asking => ({ method: 'GET', path, headers, expect: { status: 200, contains: ['</html>'] } })
  const guest = ['/', '/services', '/services/restaurant-opening', '/services/disabled-parking-badge'].map((path) => get(path, { 'accept-language': 'zh-CN' }))
  const [question, cases, queue] = [get(`${draft}/seats`, citizen.headers()), get('/cases', citizen.headers()), get('/desk', clerk.headers())]
  const submission = (): Asking => ({ method: 'POST', path: `/apply/${idOf(handedIn++)}/review`, headers: { ...citizen.headers(), ...FORM, origin: portal.url }, body: 'declared=yes', expect: { status: 303 } })
  return (number) => {
    const place = number % A_SUBMISSION
    if (place === A_SUBMISSION - 1) return submission()
    if (place % 5 < 3) return guest[number % guest.length] ?? question
    if (place % 5 === 3) return question
    return place % 10 === 4 ? cases : queue
  }
}
