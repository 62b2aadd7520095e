import { afterAll, beforeAll, expect, it } from 'vitest'

import { actor, submitted } from '#tests/factories/environment.ts'
import { MONDAY, startPortal, type TestPortal } from '#tests/journeys/test-portal.ts'
import type { CaseSummary } from '#db/store.ts'
import { withdrawCase } from '#app/use-cases/withdraw-case.ts'

import { Client } from './client.ts'

const APPLIED = [['driving-licence-renewal', 'citizen-0001'], ['restaurant-opening', 'citizen-0000'], ['disabled-parking-badge', 'badge_record']] as const


let portal: TestPortal

beforeAll(async () => {
  portal = await startPortal()
})

afterAll(() => portal.stop())

/** Cases that have ended, one granted at once among them. */
async function endedCases(): Promise<CaseSummary[]> {
  const { env } = portal
  const found: CaseSummary[] = []
  const people = await env.store.people.demo()
  for (const [service, known] of APPLIED) {
    const person = people.find(({ demo }) => demo === known)?.id ?? known
    const ref = await submitted(env, service, person)
    await withdrawCase(env, await actor(env, person), ref, 'a very private reason')
    const { rows } = await env.store.cases.listOf({ person, subjects: [] }, { limit: 9 })
    found.push(...rows.filter((row) => row.ref === ref && row.end !== null))
  }
  return found
}

async function pagesOf({ ref, caseId, person, service }: CaseSummary): Promise<(readonly [string | null, string])[]> {
  const [certificate] = await portal.env.store.cases.certificatesOf(caseId)
  const own = ['/', '/cases', `/cases/${ref}`, `/cases/${ref}/certificate`, `/cases/${ref}/letter`, `/cases/${ref}/receipt`, `/cases/${ref}/appeal`, '/my-data', '/my-data/access', '/my-data/retention', '/my-data/erase']
  const anybody = certificate ? [`/verify/${certificate.code}`] : []
  const holder = certificate ? [`/certificates/${certificate.code}.pdf`, `/renew/${certificate.code}`] : []
  const staff = (await portal.env.store.people.demo()).filter(({ kind }) => kind === 'staff').map(({ id }) => id)
  const desk = staff.flatMap((id) => [`/desk/cases/${ref}`, ...(staff[0] === id ? [`/desk/find?ref=${ref}`, `/board/services/${service}`] : [])].map((page) => [id, page] as const))
  return [...[...own, ...holder].map((page) => [person, page] as const), ...anybody.map((page) => [null, page] as const), ...desk]
}

it('no page fails over a case that was erased, whoever looks, and none says a name', async () => {
  const { store } = portal.env
  const cases = await endedCases()
  expect(cases.map(({ end }) => end)).toEqual(['withdrawn', 'withdrawn', 'granted'])
  const names = cases.map(({ applicantName }) => applicantName)
  for (const { caseId } of cases) {
    const files = (await store.retention.filesOf(caseId)).map(({ file }) => file)
    await store.retention.erase({ caseId, at: MONDAY, years: 10, basis: 'a law' }, files)
  }
  const clients = new Map<string | null, Client>()
  for (const [index, one] of cases.entries()) {
    for (const [who, page] of await pagesOf(one)) {
      const client = clients.get(who) ?? (who === null ? new Client(portal.url) : await Client.signedIn(portal.url, who))
      clients.set(who, client)
      const response = await client.get(page)
      expect([who, page, response.status]).toEqual([who, page, expect.toSatisfy((status: number) => status < 500)])
      if (page.startsWith('/verify/') || page.startsWith('/desk/cases/')) expect(await response.text()).not.toMatch(new RegExp(`${names[index]}|a very private reason`))
    }
  }
  expect(portal.errors).toEqual([])
})
