import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { openTasks } from '#app/kernel/case/case-state.ts'
import { claimTask, decideTask } from '#app/use-cases/answer-task.ts'
import { actor, submitted } from '#tests/factories/environment.ts'

import { REGISTER_TOKEN, startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client, leadsTo } from './client.ts'
import { counter } from './counter.ts'
import { signInAs } from './sign-in-as.ts'

export const ATTEMPTS = 500

const DESK = 'market_regulation.clerk'
const tried = counter()
let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.stop())

const events = async (ref: string, type: string) => (await portal.env.store.cases.events((await portal.env.store.cases.loadByRef(ref))?.id ?? '')).filter((event) => event.type === type)
const task = (version: number, more: Record<string, string> = {}) => ({ task: 'acceptance', round: '1', desk: DESK, version: String(version), ...more })
const decideAt = (ref: string, fields: Record<string, string>) => `/desk/cases/${ref}/decide?${new URLSearchParams(fields)}`

test('of 200 decisions at once exactly one is recorded', async () => {
  const ref = await submitted(portal.env, 'restaurant-opening', 'citizen-0000')
  const clerk = await signInAs(portal, 'staff-clerk')
  await clerk.post(`/desk/cases/${ref}`, task(1, { intent: 'claim' }))
  const fields = task(2, { outcome: 'accept' })
  const answers = await Promise.all(Array.from({ length: 200 }, () => tried.of(clerk.post(decideAt(ref, fields), { ...fields, intent: 'confirm' }))))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await events(ref, 'task_decided')).toHaveLength(1)
  expect(await events(ref, 'task_opened')).toHaveLength(new Set((await events(ref, 'task_opened')).map((event) => JSON.stringify(event))).size)
  // Sent again much later, it is known, and changes nothing.
  portal.clock.now += 3_600_000
  for (let time = 0; time < 10; time += 1) expect(leadsTo(await tried.of(clerk.post(decideAt(ref, fields), { ...fields, intent: 'confirm' })))).toBe('/desk')
  expect(await events(ref, 'task_decided')).toHaveLength(1)
})

test('of ten people who take the same step at once, one has it', async () => {
  const ref = await submitted(portal.env, 'restaurant-opening', 'citizen-0000')
  const clerks = await Promise.all(['staff-clerk', 'staff-clerk-2', 'staff-clerk-head'].map((person) => signInAs(portal, person)))
  const answers = await Promise.all(Array.from({ length: 30 }, (_, number) => tried.of(clerks[number % 3]!.post(`/desk/cases/${ref}`, task(1, { intent: 'claim' })))))
  expect(answers.filter(({ status }) => status === 303).length).toBeLessThanOrEqual(10)
  expect(await events(ref, 'task_claimed')).toHaveLength(1)
})

test('an application that is handed in twenty times at once is one case with one number', async () => {
  const citizen = await Client.signedIn(portal.url, 'citizen-0003')
  const draft = await citizen.begin('disabled-parking-badge')
  const form = new FormData()
  const { samplePng } = await import('#db/demo/paperwork.ts')
  form.append('portrait', new File([samplePng(1, 2, 3) as BlobPart], 'me.png'))
  await citizen.post(`${draft}/portrait`, form)
  const receipts = await Promise.all(Array.from({ length: 20 }, () => tried.of(citizen.post(`${draft}/review`, { declared: 'yes' }))))
  expect(new Set(receipts.map(leadsTo)).size).toBe(1)
  const ref = leadsTo(receipts[0]!).split('/')[2] ?? ''
  expect([(await events(ref, 'submitted')).length, (await portal.env.store.cases.loadByRef(ref))?.results.length]).toEqual([1, 1])
  expect((await portal.env.store.cases.listOf({ person: 'citizen-0003', subjects: [] }, { limit: 9 })).rows).toHaveLength(1)
})

test('a record that a register sends again moves no case a second time', async () => {
  const ref = await submitted(portal.env, 'driving-licence-renewal', 'citizen-0001').catch(() => null)
  const subject = (await portal.env.store.people.find('citizen-0001'))?.subject ?? ''
  const body = JSON.stringify({ entity: 'driver_exam', subject, key: 'again', data: { result: 'fit' }, asOf: '2026-03-02', validUntil: null })
  const push = () => tried.of(fetch(`${portal.url}/registers/health/records`, { method: 'POST', body, headers: { Authorization: `Bearer ${REGISTER_TOKEN}` } }))
  const before = ref ? (await events(ref, 'record_received')).length : 0
  await Promise.all(Array.from({ length: 20 }, push))
  for (let time = 0; time < 10; time += 1) expect((await push()).status).toBe(202)
  if (ref) expect((await events(ref, 'record_received')).length - before).toBeLessThanOrEqual(1)
  const held = await portal.env.store.records.read([{ register: 'health', entity: 'driver_exam', subject }])
  expect(held.filter(({ key }) => key === 'again')).toHaveLength(1)
})

test('no step is jumped, no desk speaks for another, and nobody decides what they have examined', async () => {
  const ref = await submitted(portal.env, 'restaurant-opening', 'citizen-0000')
  const names = ['acceptance', 'food_review', 'fire_review', 'signs_review', 'joint_inspection', 'site_visit', 'decision', 'issue', '__proto__', 'constructor', '']
  const desks = [DESK, 'market_regulation.head', 'food_safety.reviewer', 'fire_rescue.reviewer', 'food_safety.inspector', '*', '__proto__']
  const start = await portal.env.store.cases.loadByRef(ref)
  const food = await signInAs(portal, 'staff-food')
  const clerk = await signInAs(portal, 'staff-clerk')
  for (const [client, own] of [[food, 'food_safety.reviewer'], [clerk, DESK]] as const) for (const name of names) for (const desk of desks) {
    if (desk === own && name === 'acceptance') continue
    const fields = { task: name, round: '1', desk, version: '1', outcome: desk.length % 2 ? 'approve' : 'accept' }
    await tried.of(client.post(`/desk/cases/${ref}`, { ...fields, intent: 'claim' }))
    await tried.of(client.post(decideAt(ref, fields), { ...fields, intent: 'confirm' }))
  }
  expect(await portal.env.store.cases.loadByRef(ref)).toEqual(start)
})

const AT: Readonly<Record<string, string>> = { 'food_safety.reviewer': 'staff-food', 'fire_rescue.reviewer': 'staff-fire', 'urban_management.reviewer': 'staff-signs', 'food_safety.inspector': 'staff-food-inspector', 'fire_rescue.inspector': 'staff-fire-inspector' }
const GOOD = ['accept', 'ok', 'pass']

/** Everybody says yes, up to the decision; `clerk` is the one who accepts. */
async function workUntilDecision(ref: string, clerk: Actor): Promise<void> {
  const { env } = portal
  for (let step = 0; step < 12; step += 1) {
    const state = (await env.store.cases.loadByRef(ref))!
    const open = openTasks(state).flatMap((one) => one.parts.filter(({ outcome }) => outcome === null).map((part) => ({ one, part })))[0]
    if (!open || open.one.name === 'decision') return
    const { one, part } = open
    const who = part.desk === DESK ? clerk : await actor(env, AT[part.desk] ?? '')
    const at = { task: one.name, round: one.round, desk: part.desk, version: one.version }
    expect(await claimTask(env, who, ref, at)).toMatchObject({ ok: true })
    for (const outcome of GOOD) {
      const version = (await env.store.cases.loadByRef(ref))?.tasks[`${one.name}:${one.round}`]?.version ?? 0
      if ((await decideTask(env, who, ref, { ...at, version }, { outcome, reasons: [], note: '', items: [], sets: { fire_class: 'low' } })).ok) break
    }
  }
}

test('four eyes: who accepted an application does not decide it, and an older version of the page decides nothing', async () => {
  const ref = await submitted(portal.env, 'restaurant-opening', 'citizen-0000')
  const both = await actor(portal.env, 'staff-clerk-head')
  await workUntilDecision(ref, both)
  const state = await portal.env.store.cases.loadByRef(ref)
  const client = await signInAs(portal, 'staff-clerk-head')
  for (let version = 0; version < 6; version += 1) for (const outcome of ['approve', 'refuse']) for (const name of ['decision', 'acceptance']) {
    const fields = { task: name, round: '1', desk: name === 'decision' ? 'market_regulation.head' : DESK, version: String(version), outcome }
    await tried.of(client.post(`/desk/cases/${ref}`, { ...fields, intent: 'claim' }))
    await tried.of(client.post(decideAt(ref, fields), { ...fields, intent: 'confirm' }))
  }
  expect(state?.tasks['decision:1']).toMatchObject({ outcome: null })
  expect(await portal.env.store.cases.loadByRef(ref)).toEqual(state)
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
