import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tellBackgroundFailure, countBackgroundFailures } from '#app/operations/measure/background-failures.ts'
import { Client } from '#tests/abuse/client.ts'
import { rawRequest } from '#tests/abuse/raw-request.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'

import { type Operated, startOperated } from './operated-portal.ts'

let operated: Operated
let citizen: Client
beforeAll(async () => {
  operated = await startOperated()
  citizen = await Client.signedIn(operated.url, 'citizen-0003')
})
afterAll(() => operated.stop())

const metrics = async (): Promise<string> => (await rawRequest(`${operated.url}/metrics`, 'GET', {})).body
const requests = (): Record<string, unknown>[] => operated.lines.filter(({ msg }) => msg === 'request')

describe('a request', () => {
  it('is one line, by its route and not its address', async () => {
    operated.lines.length = 0
    const draft = await citizen.begin('disabled-parking-badge')
    await citizen.get(draft)
    await citizen.get('/verify/ABCD-1234-SECRET')
    await citizen.get('/no/such/page-4711')
    expect(requests().map(({ method, route, status }) => `${String(method)} ${String(route)} ${String(status)}`)).toEqual([
      'POST routes/services.$id 303',
      'POST routes/apply.$draft.sources 303',
      expect.stringMatching(/^GET routes\/apply\.\$draft\._index (200|30\d)$/),
      'GET routes/verify.$code 404',
      'GET routes/$ 404',
    ])
    for (const line of requests()) expect(Object.keys(line).sort()).toEqual(['hostname', 'level', 'method', 'ms', 'msg', 'pid', 'requestId', 'route', 'status', 'time'])
    const said = JSON.stringify(requests()) + (await metrics())
    for (const word of [draft.split('/')[2] ?? '', 'SECRET', '4711', 'citizen-0003']) expect(said).not.toContain(word)
  })

  it('has the number that the page of its failure shows', async () => {
    operated.lines.length = 0
    const broken = new Error('a fault of ours')
    const { sessions } = operated.portal.env.store
    const { withPerson } = sessions
    Object.assign(sessions, { withPerson: () => Promise.reject(broken) })
    const page = await (await citizen.get('/cases')).text()
    Object.assign(sessions, { withPerson })
    expect(requests()).toMatchObject([{ status: 500 }])
    expect(page).toContain(String(requests()[0]?.requestId))
  })

  it('for a file of the pages or by a probe is none', async () => {
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(await (await citizen.get('/verify')).text())?.[1] ?? ''
    operated.lines.length = 0
    for (const path of [sheet, '/favicon.svg', '/healthz', '/readyz', '/metrics']) expect((await citizen.get(path)).status).toBe(200)
    expect(requests()).toEqual([])
    expect((await citizen.get('/assets/none.css')).status).toBe(404)
    expect(requests()).toMatchObject([{ route: 'none', status: 404 }])
  })

  it('is counted by route and class of status', async () => {
    operated.operations.metrics.requests.reset()
    for (const path of ['/verify', '/verify', '/services', '/verify/NONE']) await citizen.get(path)
    const text = await metrics()
    expect(text).toContain('onetrip_request_seconds_count{route="routes/verify._index",method="GET",status="2xx"} 2')
    expect(text).toContain('onetrip_request_seconds_count{route="routes/services._index",method="GET",status="2xx"} 1')
    expect(text).toContain('onetrip_request_seconds_count{route="routes/verify.$code",method="GET",status="4xx"} 1')
    expect(text).not.toContain('NONE')
  })
})

describe('commits', () => {
  it('are counted by how they ended', async () => {
    const { commit } = operated.portal.env.store
    const outcomes = [await commit(buildCommit()), await commit(buildCommit())]
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false])
    await expect(commit(buildCommit({ caseId: 'case-2', state: null as never }))).rejects.toThrow()
    const text = await metrics()
    for (const outcome of ['ok', 'conflict', 'failed']) expect(text).toMatch(new RegExp(`onetrip_commit_seconds_count\\{outcome="${outcome}"\\} 1\\n`))
  })
})

describe('work beside the web', () => {
  it('is counted when it fails, until nobody counts any more', async () => {
    const stop = countBackgroundFailures(operated.operations.metrics)
    tellBackgroundFailure('outbox')
    tellBackgroundFailure('outbox')
    stop()
    tellBackgroundFailure('outbox')
    expect(await metrics()).toContain('onetrip_background_failures_total{job="outbox"} 2')
  })
})
