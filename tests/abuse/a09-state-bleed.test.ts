import { afterAll, beforeAll, expect, test } from 'vitest'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { type Client, leadsTo } from './client.ts'
import { counter } from './counter.ts'
import { signInAs } from './sign-in-as.ts'

export const ATTEMPTS = 860

const SESSIONS = 100
const PATHS = ['/cases', '/my-data', '/']
const tried = counter()
let portal: TestPortal
let visitors: { client: Client; name: string; subject: string; draft: string; marker: string }[]

beforeAll(async () => {
  portal = await startPortal()
  visitors = []
  for (let number = 0; number < SESSIONS; number += 1) {
    const person = `citizen-${String(number + 100).padStart(4, '0')}`
    const client = await signInAs(portal, person)
    const known = (await portal.env.store.people.find(person))!
    const draft = leadsTo(await client.post('/services/low-income-benefit', {}))
    await client.post(`${draft}/sources`, {})
    visitors.push({ client, name: known.name, subject: known.subject ?? '', draft, marker: `138${String(number).padStart(8, '7')}` })
  }
})
afterAll(() => portal.stop())

const foreign = (page: string, own: string): string[] => visitors.flatMap(({ subject, draft, marker }) => (marker !== own && [subject, draft, marker].some((one) => page.includes(one)) ? [marker] : []))

test('a hundred people at once see nothing of one another, whatever order they are answered in (a complaints office in Victoria; the companies register, 2026)', async () => {
  await Promise.all(visitors.map(({ client, draft, marker }) => tried.of(client.post(`${draft}/phone`, { phone: marker }))))
  for (const path of [...PATHS, 'draft', 'phone', 'review', 'refused']) {
    const pages = await Promise.all(
      visitors.map(async ({ client, draft, marker }) => {
        // The last is a form with an error, on which what was typed is shown again.
        const asked = path === 'refused' ? client.post(`${draft}/phone`, { phone: `${marker}x` }) : client.get(path === 'draft' ? draft : path === 'phone' || path === 'review' ? `${draft}/${path}` : path)
        const response = await tried.of(asked)
        return { marker, cache: response.headers.get('Cache-Control') ?? '', page: await response.text() }
      }),
    )
    for (const { marker, cache, page } of pages) {
      expect(foreign(page, marker), path).toEqual([])
      expect(cache, path).toMatch(/no-store/)
    }
    if (path === 'phone' || path === 'refused') expect(pages.filter(({ page, marker }) => page.includes(marker))).toHaveLength(SESSIONS)
  }
})

test('going back to the page before does not open somebody else’s', async () => {
  const [one, two] = visitors as [(typeof visitors)[0], (typeof visitors)[0]]
  const shared = await signInAs(portal, 'citizen-0100')
  expect((await shared.get(one.draft)).status).toBe(200)
  await shared.post('/sign-in', { person: 'citizen-0101' })
  for (const path of ['', '/phone', '/records', '/review', '/remove']) {
    const back = await tried.of(shared.get(one.draft + path))
    // The address itself is repeated by what sets the language.
    expect([back.status, foreign((await back.text()).replaceAll(one.draft, ''), two.marker)], path).toEqual([404, []])
  }
})

test('after signing out the page before leads to signing in, with every cookie of before', async () => {
  for (const { client, draft } of visitors.slice(2, 22)) {
    await client.post('/sign-out', {})
    for (const path of [draft, '/cases', '/my-data']) expect(leadsTo(await tried.of(client.get(path))), path).toMatch(/^\/sign-in\?/)
  }
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
