import { expect } from 'vitest'

import { buildAccess } from '#tests/factories/access-entry.ts'

import { claim } from './at-desk.ts'
import { workThrough } from './office.ts'
import { type Stage, story } from './story.ts'
import type { Visitor } from './visitor.ts'

const DRIVER = 'citizen-0001'
const OWNER = 'citizen-0000'
const rows = (citizen: Visitor) => citizen.page.locator('.ot-looks tbody tr')

/** Applies, pays, and has a clerk look. @returns the ref */
async function applyAndBeSeen({ enter }: Stage, citizen: Visitor): Promise<string> {
  const draft = await citizen.begin('driving-licence-renewal')
  await citizen.goto(`${draft}/review`)
  await citizen.choose('declared', 'yes')
  await citizen.submit()
  const ref = citizen.path.split('/')[2] ?? ''
  await citizen.goto(`/cases/${ref}/pay/licence_fee`)
  await citizen.submit()
  await claim(await enter('staff-dispatcher'), ref)
  return ref
}

/** The file as the browser gets it. */
async function download(citizen: Visitor): Promise<{ type: string; text: string }> {
  const href = await citizen.page.locator('main a[href*="access.csv"]').getAttribute('href')
  const response = await citizen.page.request.get(new URL(href ?? '', citizen.page.url()).href)
  expect(response.status()).toBe(200)
  return { type: `${response.headers()['content-type']} ${response.headers()['cache-control']}`, text: await response.text() }
}

story('a citizen sees who looked within the minute, filters, keeps the list, and questions a clerk’s look', async (stage: Stage) => {
  const { enter, portal, look } = stage
  const t = portal.i18n.getFixedT(look.lang)
  const citizen = await enter(DRIVER)
  await citizen.goto('/my-data/access')
  await citizen.reads(t('mydata:access.empty'))
  const ref = await applyAndBeSeen(stage, citizen)
  await citizen.goto('/my-data/access')
  await citizen.lookAt('access')
  const clerksLook = rows(citizen).filter({ hasText: t('mydata:purpose.task', { step: t('services/driving-licence-renewal:steps.posting') }) })
  expect(await clerksLook.count()).toBe(1)
  expect(await rows(citizen).filter({ hasText: t('mydata:how.portal') }).count()).toBeGreaterThanOrEqual(3)
  expect(await clerksLook.locator(`a[href="/cases/${ref}"]`).count()).toBe(1)
  const clerk = await portal.env.store.people.find('staff-dispatcher')
  expect(await citizen.text()).not.toContain(clerk?.name)

  const { type, text } = await download(citizen)
  expect(type).toBe('text/csv; charset=utf-8 no-store')
  expect(text.split('\r\n').length - 2).toBe(await rows(citizen).count())
  expect([text.startsWith('\ufeff'), text.includes(ref), text.includes('2026-03-02 09:00:00')]).toEqual([true, true, true])

  await filterByDay(citizen, '2026-02-30')
  await citizen.lookAt('access-wrong-day')
  expect(await citizen.page.locator('.govuk-error-summary a').count()).toBe(1)
  expect(await citizen.page.locator('[name="from-day"]').inputValue()).toBe('30')
  await filterByDay(citizen, '2026-03-03')
  await citizen.reads(t('mydata:access.none'))
  await citizen.lookAt('access-none')
  await citizen.goto('/my-data/access?department=traffic_police')
  await citizen.press(clerksLook.locator('a[href$="/question"]'))
  await questionIt(stage, citizen)
}, { seen: 'few' })

async function filterByDay(citizen: Visitor, day: string): Promise<void> {
  await citizen.fillDate('from', day)
  await citizen.press(citizen.page.locator('main form:has([name="department"]) button'))
}

/** Without words first, then with; the department answers, and the citizen reads it. */
async function questionIt({ portal, look }: Stage, citizen: Visitor): Promise<void> {
  const t = portal.i18n.getFixedT(look.lang)
  await citizen.lookAt('access-question')
  const address = citizen.path
  await citizen.submit()
  await citizen.reads(t('mydata:question.missing'))
  await citizen.lookAt('access-question-empty')
  await citizen.fill('question', 'Why did you need my address? = "no answer"')
  await citizen.submit()
  const ref = citizen.path.split('/')[2] ?? ''
  await citizen.reads(t('mydata:question.first'))
  await citizen.lookAt('access-question-case')
  await citizen.goto(address)
  await citizen.fill('question', 'And again')
  await citizen.submit()
  expect(citizen.path).toBe(`/cases/${ref}`)
  await citizen.reads(t('mydata:question.repeated'))
  const asked = await portal.env.store.cases.loadByRef(ref)
  if (!asked) throw new Error(`there is no case ${ref}`)
  expect(Object.values(asked.tasks).flatMap(({ parts }) => parts.map(({ desk }) => desk))).toEqual(['traffic_police.steward'])
  await workThrough(portal.env, asked, { outcomes: { answer: 'not_lawful' } })
  await citizen.goto(`/cases/${ref}`)
  await citizen.lookAt('access-answer')
  await citizen.reads(t('services/access-question:letters.access_not_lawful'))
}

story('somebody looks at what registers hold on them and their company: asked one by one, and logged', async (stage: Stage) => {
  const { enter, portal, look } = stage
  const t = portal.i18n.getFixedT(look.lang)
  const owner = await enter(OWNER)
  const person = await portal.env.store.people.find(OWNER)
  const [company] = person?.companies ?? []
  await owner.goto('/')
  await owner.press('.ot-nav a[href="/my-data"]')
  await owner.lookAt('my-data')
  await owner.press(owner.page.locator('main form:has(input[value="population"]) button'))
  await owner.lookAt('my-data-population')
  await owner.reads(person?.name ?? '')
  expect(await owner.text()).not.toContain(person?.subject)
  await owner.goto('/my-data')
  await owner.select('of', company?.code ?? '')
  await owner.press(owner.page.locator('main form:has(select) button'))
  await owner.lookAt('my-data-company')
  await owner.press(owner.page.locator('main form:has(input[value="companies"]) button'))
  await owner.lookAt('my-data-companies')
  await owner.goto(`/my-data/access?of=${company?.code}`)
  expect(await rows(owner).count()).toBe(1)
  await owner.lookAt('access-company')
  await owner.reads(t('mydata:who.self'))
  expect(await rows(owner).locator('a[href$="/question"]').count()).toBe(0)
  await pageThrough(stage, owner, company?.code ?? '')
  for (const wrong of ['/my-data?of=other', '/my-data?register=nothing', '/my-data/access?of=other', '/my-data/access.csv?of=other', '/my-data/access/other/question', '/my-data/access.csv?from-day=32']) {
    expect((await owner.page.request.get(portal.url + wrong)).status(), wrong).toBe(404)
  }
}, { seen: 'few' })

/** Thirty looks for somebody else's application: in pages, masked, with no case to follow. */
async function pageThrough({ portal: { env } }: Stage, owner: Visitor, subject: string): Promise<void> {
  const at = env.now()
  await env.store.access.append(Array.from({ length: 30 }, () => buildAccess({ subject, at, shownFrom: at, onBehalfOf: '赵建华', ref: 'A-1', register: 'companies', fields: ['company.name'] })), [])
  await owner.goto(`/my-data/access?of=${subject}`)
  expect(await rows(owner).count()).toBe(25)
  await owner.press('a[rel="next"]')
  expect(await rows(owner).count()).toBe(6)
  await owner.lookAt('access-masked')
  await owner.reads('赵**')
  expect(await owner.text()).not.toMatch(/赵建华|A-1/)
  await owner.press('a[rel="prev"]')
  expect(await rows(owner).count()).toBe(25)
}
