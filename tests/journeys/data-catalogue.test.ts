import { expect } from 'vitest'

import { disputeRecord } from '#app/use-cases/dispute-record.ts'
import { actor, begun } from '#tests/factories/environment.ts'

import { type Stage, story } from './story.ts'

const STEWARD = 'steward-public-security'

story('anybody sees what the government holds, who may use it, and takes it along for machines', async ({ enter, portal, look }: Stage) => {
  const t = portal.i18n.getFixedT(look.lang)
  const anybody = await enter(null)
  await anybody.goto('/')
  await anybody.press('footer a[href="/data"]')
  await anybody.lookAt('data')
  await anybody.press('main a[href="/data/population"]')
  await anybody.lookAt('data-register')
  await anybody.reads(t('agreements:purposes.identify_applicant'))
  for (const address of await anybody.page.locator('main a[href^="/services/"]').evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))].slice(0, 3))) {
    expect((await anybody.page.request.get(portal.url + address)).status(), address).toBe(200)
  }
  await anybody.press('main a[href="/data/dictionary#phone"]')
  expect(await anybody.page.locator('#phone').isVisible()).toBe(true)
  await anybody.lookAt('dictionary')
  await anybody.fill('q', t('concepts:penalty_points.label'))
  await anybody.press('main form[role="search"] button')
  await anybody.lookAt('dictionary-found')
  expect(await anybody.page.locator('main #penalty_points').count()).toBe(1)
  await anybody.goto('/data/dictionary?q=zzzzzz')
  await anybody.lookAt('dictionary-empty')
  for (const path of ['/data/no_such_register', '/data/constructor']) expect(await anybody.goto(path), path).toBe(404)

  const machine = await anybody.page.request.get(`${portal.url}/data.jsonld`)
  expect([machine.status(), machine.headers()['content-type']]).toEqual([200, 'application/ld+json'])
  const { '@graph': graph } = (await machine.json()) as { '@graph': { '@id': string }[] }
  const documents = new Set(graph.map((node) => node['@id'].split('#')[0] ?? ''))
  expect([...documents].every((address) => address.startsWith(portal.url))).toBe(true)
  for (const address of documents) expect((await anybody.page.request.get(address)).status(), address).toBe(200)
}, { seen: 'few' })

story('a steward sees what is wrong with their register, who was refused it, and which agreements end', async (stage: Stage) => {
  const { enter, portal } = stage
  const { env } = portal
  await env.store.people.put([{ id: STEWARD, kind: 'staff', name: '丁岚', subject: null, companies: [], desks: ['public_security.steward'], demo: 'clerk' }])
  const steward = await enter(STEWARD)
  await steward.press('header a[href="/steward"]')
  await steward.lookAt('steward-quiet')

  const driver = await actor(env, 'citizen-0001')
  const draft = await begun(env, driver, 'driving-licence-renewal')
  for (const id of ['citizen-0002', 'citizen-0003', 'citizen-0004']) await begun(env, await actor(env, id), 'driving-licence-renewal')
  expect((await disputeRecord(env, driver, draft, 'full_name', { claimed: { value: '陈致远' }, reason: '写错了', proof: null })).ok).toBe(true)
  const agreements = env.catalogue.agreements
  const key = 'low-income-benefit population'
  // From here on the service's agreement has run out, and another one soon will.
  Object.assign(env.catalogue, { agreements: { ...agreements, [key]: { ...agreements[key], until: '2026-03-01' }, 'newborn population': { ...agreements['newborn population'], until: '2026-04-15' } } })
  for (let i = 1; i <= 25; i += 1) await begun(env, await actor(env, `citizen-00${String(i).padStart(2, '0')}`), 'low-income-benefit')

  await steward.goto('/steward')
  await steward.lookAt('steward')
  const heading = await steward.page.locator('h2[id^="register-"]').innerText()
  expect(heading).toMatch(look(stage))
  const text = await steward.page.locator('main').innerHTML()
  const people = await Promise.all(['citizen-0001', 'citizen-0002'].map((id) => env.store.people.find(id)))
  for (const person of people) for (const secret of [person?.name, person?.subject]) expect(text).not.toContain(secret)
  await steward.press('main a[rel="next"]')
  await steward.lookAt('steward-blocked')
  await steward.press('main a[rel="prev"]')
  expect(await steward.goto('/steward?from=2026-03-02&to=2026-02-01')).toBe(422)
  await steward.lookAt('steward-wrong-dates')
  const csv = await steward.page.request.get(`${portal.url}/steward.csv`)
  const lines = (await csv.body()).toString('utf8').split('\r\n')
  expect([csv.status(), lines[0]?.startsWith('\ufeff'), lines.filter((line) => line.includes('population.person.full_name')).length]).toEqual([200, true, 1])

  for (const other of ['citizen-0001', 'staff-clerk', 'staff-manager']) {
    const stranger = await enter(other)
    for (const path of ['/steward', '/steward.csv']) expect((await stranger.page.request.get(portal.url + path)).status(), `${other} ${path}`).toBe(404)
  }
}, { seen: 'few' })

/** "1 of 4 … is disputed", in the story's language. */
const look = ({ look: { lang } }: Stage): RegExp => ({ 'zh-CN': /4 条中有 1 条被提出异议/, en: /1 of 4 values of “.+” is disputed/, ar: /قيمة واحدة من أصل 4 .*معترَض عليها/ })[lang]
