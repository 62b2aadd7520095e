import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { Client, leadsTo } from '#tests/abuse/client.ts'

import { type Operated, startOperated } from './operated-portal.ts'

let operated: Operated
let citizen: Client
beforeAll(async () => {
  operated = await startOperated()
  citizen = await Client.signedIn(operated.url, 'citizen-0003')
})
afterAll(() => operated.stop())
beforeEach(() => set(0))

const set = (delayMs: number, inFlight = 0): void => void Object.assign(operated.load, { delayMs, inFlight })
const guest = () => new Client(operated.url)
const statuses = async (...asked: Promise<Response>[]): Promise<number[]> => (await Promise.all(asked)).map(({ status }) => status)

describe('under too much load', () => {
  it('what can wait goes first, step by step, and a form is taken till the end', async () => {
    const all = () => statuses(guest().get('/data.jsonld'), guest().get('/services?q=x'), guest().get('/verify'), citizen.get('/cases'), citizen.post('/services/no-such-service', {}))
    expect(await all()).toEqual([200, 200, 200, 200, 404])
    set(60)
    expect(await all()).toEqual([503, 200, 200, 200, 404])
    set(0, 130)
    expect(await all()).toEqual([503, 503, 200, 200, 404])
    set(200)
    expect(await all()).toEqual([503, 503, 503, 200, 404])
    set(0, 400)
    expect(await all()).toEqual([503, 503, 503, 503, 404])
    set(0, 800)
    expect(await all()).toEqual([503, 503, 503, 503, 503])
  })

  it('an application that was begun is saved while pages are refused', async () => {
    set(400)
    expect((await citizen.get('/cases')).status).toBe(503)
    const begun = await citizen.post('/services/disabled-parking-badge', {})
    expect([begun.status, leadsTo(begun)]).toEqual([303, expect.stringMatching(/^\/apply\//)])
    expect(await operated.store.drafts.load(leadsTo(begun).split('/')[2] ?? '')).not.toBeNull()
  })

  it('says in the reader’s language when to come back, and that what was typed is kept', async () => {
    set(0, 5000)
    for (const [language, dir, title, kept] of [['zh-CN', 'ltr', '当前访问人数很多', '没有丢失'], ['en', 'ltr', 'Very many people', 'it is not lost'], ['ar', 'rtl', 'عدد كبير', 'لم يضع']] as const) {
      const headers = { 'Accept-Language': language }
      const [page, form] = [await guest().send('/services?q=x', { headers }), await citizen.send('/apply/x/review', { method: 'POST', body: 'a=b', headers })]
      for (const answer of [page, form]) {
        expect(answer.status).toBe(503)
        expect([answer.headers.get('Retry-After'), answer.headers.get('Cache-Control'), answer.headers.get('Content-Language')]).toEqual(['5', 'no-store', language])
        expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
        expect(answer.headers.getSetCookie()).toEqual([])
      }
      const [asked, sent] = [await page.text(), await form.text()]
      for (const html of [asked, sent]) expect(html).toContain(`<html lang="${language}" dir="${dir}">`)
      expect([asked.includes(title), asked.includes(kept), sent.includes(title), sent.includes(kept)]).toEqual([true, false, true, true])
    }
  })

  it('remembers the language somebody chose', async () => {
    await citizen.post('/preferences', { lang: 'ar', returnTo: '/' })
    set(0, 5000)
    expect((await citizen.get('/cases')).headers.get('Content-Language')).toBe('ar')
  })

  it('asks the store for nothing when it turns somebody away', async () => {
    set(0, 5000)
    const { withPerson } = operated.store.sessions
    let asked = 0
    Object.assign(operated.portal.env.store.sessions, { withPerson: (...given: Parameters<typeof withPerson>) => ((asked += 1), withPerson(...given)) })
    await citizen.get('/cases')
    expect(asked).toBe(0)
    set(0)
    await citizen.get('/cases')
    expect(asked).toBeGreaterThan(0)
  })

  it('counts whom it turned away, by kind, and machines are answered still', async () => {
    operated.operations.metrics.shed.reset()
    set(0, 5000)
    await statuses(guest().get('/services?q=x'), guest().get('/services?q=x'), citizen.post('/apply/x/review', {}))
    expect(await statuses(guest().get('/healthz'), guest().get('/readyz'))).toEqual([200, 200])
    const text = await (await guest().get('/metrics')).text()
    expect(text).toContain('onetrip_shed_total{kind="catalogue"} 2')
    expect(text).toContain('onetrip_shed_total{kind="form"} 1')
  })
})
