import { expect } from 'vitest'

import { localDate } from '#app/kernel/clock/calendar.ts'
import { makeChance } from '#app/use-cases/chance.ts'
import { liveOldBadge } from '#db/demo/old-badge.ts'
import { samplePng } from '#db/demo/paperwork.ts'
import type { RegisterRecord } from '#db/store.ts'

import { workThrough } from './office.ts'
import { type Stage, story } from './story.ts'
import type { Visitor } from './visitor.ts'

const DRIVER = 'citizen-0001'

const draftOf = async ({ portal }: Stage, address: string) => portal.env.store.drafts.load(address.split('/')[2] ?? '')

/** The one record of a kind that a register holds on somebody. */
async function recordOf({ portal: { env } }: Stage, person: string, register: string, entity: string): Promise<RegisterRecord> {
  const subject = (await env.store.people.find(person))?.subject ?? ''
  const [record] = await env.store.records.read([{ register, entity, subject }])
  if (!record) throw new Error(`${register} holds no ${entity} on ${person}`)
  return record
}

async function handIn(citizen: Visitor, draft: string): Promise<void> {
  await citizen.goto(`${draft}/review`)
  await citizen.choose('declared', 'yes')
  await citizen.submit()
}

story('registers are named before they are read, and one can be left out before and after', async (stage: Stage) => {
  const { enter, portal } = stage
  const citizen = await enter(DRIVER)
  await citizen.goto('/services/driving-licence-renewal')
  await citizen.press('main form[method="post"] button')
  const draft = citizen.path.replace(/\/sources$/, '')
  await citizen.lookAt('sources')
  expect((await draftOf(stage, draft))?.answers).toEqual({})
  expect((await portal.env.store.access.of({ subject: (await portal.env.store.people.find(DRIVER))?.subject ?? '', now: portal.clock.now, department: null, since: null, until: null }, { limit: 5 })).rows).toEqual([])
  await citizen.page.locator('main form details summary').click()
  await citizen.choose('declined', 'population')
  await citizen.submit()
  expect((await draftOf(stage, draft))?.sources).toMatchObject({ population: 'declined', traffic: 'read', health: 'read' })
  await citizen.goto(`${draft}/records`)
  await citizen.lookAt('records')
  // Seen, and rather not used: what is needed is asked.
  await citizen.press(citizen.page.locator('main form:has(input[value="traffic"]) button'))
  await citizen.lookAt('records-declined')
  const declined = await draftOf(stage, draft)
  expect([declined?.sources.traffic, declined?.answers.licence_number]).toEqual(['declined', undefined])
  await citizen.goto(`${draft}/licence_number`)
  await citizen.lookAt('asked-instead')
  await citizen.goto(`${draft}/records`)
  for (const register of ['population', 'traffic']) await citizen.press(citizen.page.locator(`main form:has(input[value="${register}"]) button`))
  expect((await draftOf(stage, draft))?.sources).toMatchObject({ population: 'read', traffic: 'read' })
  await handIn(citizen, draft)
  await citizen.lookAt('receipt')
}, { seen: 'few' })

story('a record that changes while the application is written is shown before it counts', async (stage: Stage) => {
  const { enter, portal } = stage
  const citizen = await enter(DRIVER)
  const draft = await citizen.begin('driving-licence-renewal')
  const offences = await recordOf(stage, DRIVER, 'traffic', 'offences')
  await portal.env.store.records.put([{ ...offences, data: { ...offences.data, points: 11 }, asOf: localDate(portal.env.catalogue.calendar, portal.clock.now) }])
  await handIn(citizen, draft)
  await citizen.lookAt('changed')
  await citizen.reads('11')
  expect((await draftOf(stage, draft))?.submittedRef).toBeNull()
  await handIn(citizen, draft)
  expect(citizen.path).toMatch(/\/receipt$/)
}, { seen: 'few' })

story('a wrong record is put right where it is kept, while the application goes on with both values', async (stage: Stage) => {
  const { enter, portal } = stage
  const citizen = await enter(DRIVER)
  const draft = await citizen.begin('driving-licence-renewal')
  await citizen.goto(`${draft}/records`)
  await citizen.press(`main a[href="${draft}/wrong/full_name"]`)
  await citizen.lookAt('wrong')
  await citizen.submit()
  await citizen.lookAt('wrong-refused')
  await citizen.fill('full_name', '陈致远')
  await citizen.fill('correction_reason', '户口本上是“致”')
  await citizen.submit()
  await citizen.lookAt('records-disputed')
  const answer = (await draftOf(stage, draft))?.answers.full_name
  expect(answer).toMatchObject({ value: '陈致远', source: 'applicant', envelope: { value: '陈志远' }, differs: { because: 'disputed' } })
  const ref = answer?.differs?.because === 'disputed' ? answer.differs.ref : ''
  const correction = await portal.env.store.cases.loadByRef(ref)
  expect(Object.values(correction?.tasks ?? {}).map((task) => task.parts.map(({ desk }) => desk))).toEqual([['public_security.steward']])
  await workThrough(portal.env, correction!)
  expect((await recordOf(stage, DRIVER, 'population', 'person')).data.full_name).toBe('陈致远')
  await citizen.goto(`/cases/${ref}`)
  await citizen.lookAt('correction-done')
  await handIn(citizen, draft)
  const kept = await draftOf(stage, draft)
  // What the register says now is what they said: one value again.
  expect(kept?.submittedRef ? (await portal.env.store.cases.loadByRef(kept.submittedRef))?.answers.full_name : null).toMatchObject({ value: '陈致远', source: 'record' })
}, { seen: 'few' })

story('a parent applies for a child, and a company lets somebody act for it until it does not', async (stage: Stage) => {
  const { enter, portal, look } = stage
  const t = portal.i18n.getFixedT(look.lang)
  const parent = await enter(DRIVER)
  await parent.goto('/mandates')
  await parent.lookAt('mandates-none')
  await parent.press('main button[value="find_children"]')
  await parent.lookAt('mandates-children')
  await parent.reads('陈牧野')
  const [mandate] = await portal.env.store.mandates.heldBy(DRIVER)
  await parent.goto('/services/disabled-parking-badge')
  await parent.lookAt('guide-for-whom')
  await parent.choose('for', `mandate:${mandate?.id}`)
  await parent.press('main form[method="post"] button')
  const draft = await parent.agree()
  const answers = (await draftOf(stage, draft))?.answers
  expect([answers?.full_name?.value, answers?.mobility_award?.source]).toEqual(['陈牧野', 'record'])
  // No register has a phone of a child's.
  await parent.goto(`${draft}/phone`)
  await parent.fill('phone', '13900000001')
  await parent.submit()
  await parent.goto(`${draft}/portrait`)
  await parent.upload('portrait', { name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from(samplePng(180, 200, 210)) })
  await parent.submit()
  await handIn(parent, draft)
  const ref = parent.path.split('/')[2] ?? ''
  const state = await portal.env.store.cases.loadByRef(ref)
  expect([state?.end, state?.applicant.behalf?.name]).toEqual(['granted', '陈牧野'])
  const [badge] = await portal.env.store.records.read([{ register: 'welfare', entity: 'badge', subject: state?.applicant.behalf?.subject ?? '' }])
  expect(badge?.standing).toBe('valid')
  // A mandate given back ends at once, and with it the sight of the case.
  await parent.goto('/mandates')
  await parent.press(parent.page.locator('main button[value="revoke"]'))
  expect(await parent.goto(`/cases/${ref}`)).toBe(404)
  await parent.goto('/mandates/new')
  await parent.lookAt('mandate-new')
  await parent.submit()
  await parent.lookAt('mandate-refused')
  await parent.reads(t('problems:field.missing'))
}, { seen: 'few' })

story('what runs out is renewed by one confirmation, and twice is once', async (stage: Stage) => {
  const { enter, portal } = stage
  const clock = portal.clock
  await liveOldBadge({ ...portal.env, clock, chance: makeChance() }, clock.now)
  const holder = await enter('citizen-905')
  await holder.goto('/')
  await holder.lookAt('home-renewal')
  await holder.press('main a[href^="/renew/"]')
  await holder.lookAt('renew')
  const address = holder.path
  await holder.submit()
  await holder.lookAt('renewed')
  const ref = holder.path.split('/')[2] ?? ''
  expect(await portal.env.store.cases.loadByRef(ref)).toMatchObject({ end: 'granted', service: 'disabled-parking-badge' })
  const again = await holder.page.request.post(`${portal.url}${address}`, { maxRedirects: 0, headers: { Origin: portal.url } })
  expect(again.headers().location).toBe(`/cases/${ref}/receipt`)
  await holder.goto('/')
  expect(await holder.page.locator('main a[href^="/renew/"]').count()).toBe(0)
}, { seen: 'few' })

story('a badge is set aside for a time, stops being evidence, and holds again', async (stage: Stage) => {
  const { enter, portal, look } = stage
  const t = portal.i18n.getFixedT(look.lang)
  const clock = portal.clock
  const ref = (await liveOldBadge({ ...portal.env, clock, chance: makeChance() }, clock.now)) ?? ''
  const [certificate] = await portal.env.store.cases.certificatesOf((await portal.env.store.cases.loadByRef(ref))?.id ?? '')
  const standing = async () => (await recordOf(stage, 'citizen-905', 'welfare', 'badge')).standing
  const head = await enter('staff-welfare-head')
  await head.goto(`/desk/cases/${ref}/suspend`)
  await head.lookAt('suspend')
  await head.submit()
  await head.lookAt('suspend-refused')
  await head.choose('reason', 'reported_lost')
  await head.fillDate('until', '2026-04-01')
  await head.submit()
  await head.lookAt('suspended-desk')
  expect(await standing()).toBe('suspended')
  const holder = await enter('citizen-905')
  await holder.goto(`/verify/${certificate?.code}`)
  await holder.lookAt('verify-suspended')
  await holder.goto(`/cases/${ref}`)
  await holder.lookAt('case-suspended')
  await holder.goto('/')
  expect(await holder.page.locator('main a[href^="/renew/"]').count()).toBe(0)
  await head.goto(`/desk/cases/${ref}/resume`)
  await head.lookAt('resume')
  await head.submit()
  expect(await standing()).toBe('valid')
  await holder.goto(`/cases/${ref}`)
  await holder.reads(t('cases:history.event.resumed'))
}, { seen: 'few' })
