import { expect } from 'vitest'

import { showMoney } from '#app/view/show-value.ts'

import { choose, claim, confirm, preview } from './at-desk.ts'
import { type Stage, story } from './story.ts'
import { REGISTER_TOKEN } from './test-portal.ts'

story('a licence stopped by an unpaid offence, with the reason and the way out', async ({ enter, portal, look }: Stage) => {
  const driver = await enter('citizen-0002')
  await driver.goto('/services/driving-licence-renewal')
  await driver.lookAt('licence-guide')
  await driver.press('main form[method="post"] button')
  await driver.lookAt('licence-list')
  const draft = await driver.agree()
  await driver.goto(`${draft}/records`)
  await driver.lookAt('licence-records')
  await driver.goto(`${draft}/review`)
  await driver.lookAt('licence-review')
  await driver.choose('declared', 'yes')
  await driver.submit()
  const ref = driver.path.split('/')[2] ?? ''
  await driver.goto(`/cases/${ref}`)
  await driver.lookAt('licence-stopped')
  await driver.reads(portal.i18n.getFixedT(look.lang)('services/driving-licence-renewal:waits.fines'))
  const stopped = await portal.env.store.cases.loadByRef(ref)
  expect([stopped?.segments.at(-1)?.whose, stopped?.waits.fines?.amount]).toEqual(['applicant', 20000])

  await driver.goto(`/cases/${ref}/pay/fines`)
  await driver.lookAt('licence-pay-fines')
  expect((await driver.text()).replaceAll(/\s/g, ' ')).toContain(showMoney(20000, look.lang).replaceAll(/[\s\u200e\u200f\u061c]/g, ' ').trim())
  await driver.submit()
  await driver.goto(`/cases/${ref}/pay/licence_fee`)
  await driver.submit()
  const dispatcher = await enter('staff-dispatcher')
  await claim(dispatcher, ref)
  await choose(dispatcher, 'posted')
  await dispatcher.fill('tracking_number', 'QH123456789CN')
  await preview(dispatcher)
  await confirm(dispatcher)
  await driver.goto(`/cases/${ref}`)
  await driver.lookAt('licence-granted')
  expect((await portal.env.store.cases.loadByRef(ref))?.end).toBe('granted')
  const [licence] = await portal.env.store.records.read([{ register: 'traffic', entity: 'licence', subject: (await portal.env.store.people.find('citizen-0002'))?.subject ?? '' }])
  expect(licence?.data).toMatchObject({ issued_on: '2026-03-02', valid_until: '2036-03-02', renewal_opens_on: '2035-12-03' })
})

story('a licence that waits for the hospital, which sends the exam by machine', async ({ enter, portal }: Stage) => {
  const person = await portal.env.store.people.find('citizen-0001')
  const subject = person?.subject ?? ''
  await portal.env.store.records.put([{ register: 'health', entity: 'driver_exam', subject, key: '1', data: { result: null, issued_on: null }, asOf: '2020-01-01', validUntil: null, standing: 'valid' }])
  const driver = await enter('citizen-0001')
  await driver.goto('/services/driving-licence-renewal')
  await driver.press('main form[method="post"] button')
  await driver.goto(`${await driver.agree()}/review`)
  await driver.choose('declared', 'yes')
  await driver.submit()
  const ref = driver.path.split('/')[2] ?? ''
  await driver.goto(`/cases/${ref}`)
  await driver.lookAt('licence-waits-for-exam')
  const send = (token: string, data: object) =>
    fetch(`${portal.url}/registers/health/records`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ entity: 'driver_exam', subject, key: '1', data, asOf: '2026-03-03', validUntil: null, standing: 'valid' }),
    })
  const record = { result: 'fit', issued_on: '2026-03-03' }
  expect((await send('a wrong token', record)).status).toBe(401)
  expect((await portal.env.store.cases.loadByRef(ref))?.waits.medical_exam?.closedAt).toBeNull()
  expect((await send(REGISTER_TOKEN, record)).status).toBe(202)
  const state = await portal.env.store.cases.loadByRef(ref)
  expect([state?.answers.medical_result?.value, state?.waits.licence_fee?.amount]).toEqual(['fit', 1000])
})
