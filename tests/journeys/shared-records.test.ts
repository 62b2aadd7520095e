import { expect } from 'vitest'

import { localDate } from '#app/kernel/clock/calendar.ts'
import type { RegisterRecord } from '#db/store.ts'

import { type Stage, story } from './story.ts'
import type { Visitor } from './visitor.ts'

const DRIVER = 'citizen-0001'

const draftOf = async ({ portal }: Stage, address: string) => portal.env.store.drafts.load(address.split('/')[2] ?? '')

/** The one record of a kind that a register holds on somebody. */
async function recordOf({ portal: { env } }: Stage, person: string, register: string, entity: string): Promise<RegisterRecord> {
  const subject = (await env.store.people.find(person))?.subject ?? ''
  const [record] = await env.store.records.read(register, [{ entity, subject }])
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
})

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
