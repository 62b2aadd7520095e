import { afterAll, beforeAll, expect, test } from 'vitest'

import { submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client, leadsTo } from './client.ts'

let portal: TestPortal
let ref: string
beforeAll(async () => {
  portal = await startPortal()
  ref = await submitted(portal.env, 'restaurant-opening', 'citizen-0000')
})
afterAll(() => portal.stop())

const task = (version: number) => ({ task: 'acceptance', round: '1', desk: 'market_regulation.clerk', version: String(version) })
const address = (version: number, outcome: string) => `/desk/cases/${ref}/decide?${new URLSearchParams({ ...task(version), outcome })}`

test('of two clerks who take a task at once one has it; the other reads who, and loses nothing', async () => {
  const [one, two] = await Promise.all([Client.signedIn(portal.url, 'staff-clerk'), Client.signedIn(portal.url, 'staff-clerk-head')])
  const answers = await Promise.all([one, two].map((clerk) => clerk.post(`/desk/cases/${ref}`, { ...task(1), intent: 'claim' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const loser = answers.find(({ status }) => status === 409)
  const holder = Object.values((await portal.env.store.cases.loadByRef(ref))?.tasks ?? {})[0]?.parts[0]?.claimedBy
  expect(await loser?.text()).toContain(`${holder?.name} is already working on this step`)
})

test('a decision on what has changed meanwhile is not recorded, and the clerk is shown the case as it is', async () => {
  const holder = Object.values((await portal.env.store.cases.loadByRef(ref))?.tasks ?? {})[0]?.parts[0]?.claimedBy?.id ?? ''
  const [mine, other] = [holder, holder === 'staff-clerk' ? 'staff-clerk-head' : 'staff-clerk']
  const clerk = await Client.signedIn(portal.url, mine)
  const colleague = await Client.signedIn(portal.url, other)
  const before = await portal.env.store.cases.loadByRef(ref)

  const byColleague = await colleague.post(address(2, 'accept'), { ...task(2), outcome: 'accept', intent: 'confirm' })
  expect(leadsTo(byColleague)).toBe(`/desk/cases/${ref}`)
  expect(await (await colleague.get(leadsTo(byColleague))).text()).toContain('your answer was not recorded')

  expect((await clerk.post(`/desk/cases/${ref}`, { ...task(2), intent: 'hand_over', to: other })).status).toBe(303)
  const stale = await clerk.post(address(2, 'accept'), { ...task(2), outcome: 'accept', intent: 'confirm' })
  expect(leadsTo(stale)).toBe(`/desk/cases/${ref}`)
  const after = await portal.env.store.cases.loadByRef(ref)
  expect([after?.version, after?.tasks['acceptance:1']?.outcome]).toEqual([(before?.version ?? 0) + 1, null])
})

test('two presses on one button are one decision, and both lead on', async () => {
  const part = Object.values((await portal.env.store.cases.loadByRef(ref))?.tasks ?? {})[0]
  const clerk = await Client.signedIn(portal.url, part?.parts[0]?.claimedBy?.id ?? '')
  const version = part?.version ?? 0
  const press = () => clerk.post(address(version, 'accept'), { ...task(version), outcome: 'accept', intent: 'confirm' })
  const answers = [...(await Promise.all([press(), press()])), await press()]
  expect(answers.map(leadsTo)).toEqual(['/desk', '/desk', '/desk'])
  const events = await portal.env.store.cases.events((await portal.env.store.cases.loadByRef(ref))?.id ?? '')
  expect(events.filter((event) => event.type === 'task_decided')).toHaveLength(1)
})

test('a button that the page did not show is answered like a page that is not there, or refused', async () => {
  const clerk = await Client.signedIn(portal.url, 'staff-clerk')
  expect((await clerk.post(`/desk/cases/${ref}`, { intent: 'approve_everything' })).status).toBe(404)
  expect((await clerk.post(`/desk/cases/${ref}`, { ...task(1), intent: '__proto__' })).status).toBe(404)
  expect((await clerk.post(`/desk/cases/${ref}`, { ...task(1), task: 'decision', desk: 'market_regulation.head', intent: 'claim' })).status).toBe(409)
})
