import { afterAll, beforeAll, expect, test } from 'vitest'

import { makeBudgets, usualBudgets } from '#app/limits/budgets.ts'
import { begun, actor } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { counter } from './counter.ts'
import { rawRequest } from './raw-request.ts'
import { secondDoor } from './second-door.ts'
import { signInAs } from './sign-in-as.ts'

export const ATTEMPTS = 1000

const FEW = 20
const SPOOFED = ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'X-Client-IP', 'True-Client-IP', 'CF-Connecting-IP', 'X-Cluster-Client-IP', 'X-Originating-IP']
const tried = counter()
let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.stop())

const budgets = (more: Partial<typeof usualBudgets>) => makeBudgets({ ...usualBudgets, ...more })
const address = (number: number): string => `203.${number >> 16}.${(number >> 8) & 255}.${number & 255}`
const answered = (statuses: readonly number[]): number => statuses.filter((status) => status !== 429).length

async function ask(url: string, times: number, headers: (number: number) => Record<string, string>, path = '/help'): Promise<number[]> {
  const statuses: number[] = []
  for (let number = 0; number < times; number += 1) statuses.push((await tried.of(rawRequest(url + path, 'GET', headers(number)))).status)
  return statuses
}

test.each(SPOOFED)('who names another address in %s with every request has used up their own all the same', async (header) => {
  const door = await secondDoor(portal, { budgets: budgets({ address: { points: FEW, seconds: 600 } }) })
  const value = (number: number) => (header === 'Forwarded' ? `for=${address(number)}` : address(number))
  expect(answered(await ask(door.url, 2 * FEW, (number) => ({ [header]: value(number) })))).toBe(FEW)
  door.stop()
})

test('behind a proxy that is trusted, only the address that it adds counts, not those that came with the request', async () => {
  const door = await secondDoor(portal, { budgets: budgets({ address: { points: FEW, seconds: 600 } }), proxies: ['127.0.0.1'] })
  expect(answered(await ask(door.url, 2 * FEW, (number) => ({ 'X-Forwarded-For': `${address(number)}, 198.51.100.7` })))).toBe(FEW)
  expect(answered(await ask(door.url, 2 * FEW, (number) => ({ 'X-Forwarded-For': `198.51.100.8, ${address(number)}` })))).toBe(2 * FEW)
  door.stop()
})

test('one account does not get more by coming from 500 addresses (identity photographs, Estonia, 2021)', async () => {
  const door = await secondDoor(portal, { budgets: budgets({ person: { points: FEW, seconds: 600 } }), proxies: ['127.0.0.1'] })
  const known = (await portal.env.store.people.find('citizen-0003'))!
  await portal.env.store.people.put([{ ...known, demo: 'driver' }])
  const signIn = await rawRequest(`${door.url}/sign-in`, 'POST', { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }, 'person=citizen-0003')
  const cookie = [signIn.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]).join('; ')
  expect(answered(await ask(door.url, 500, (number) => ({ Cookie: cookie, 'X-Forwarded-For': address(number) }), '/my-data'))).toBeLessThanOrEqual(FEW)
  door.stop()
})

test('records of one person or company are read only so often an hour, whoever asks (company register, Singapore, 2024)', async () => {
  const of = budgets({ subject: { points: 5, seconds: 3600 } })
  const { env } = portal
  env.mayReadMore = async (register, subject) => (await of.take('subject', `${register} ${subject}`)).ok
  const citizen = await actor(env, 'citizen-0001')
  const filled: number[] = []
  for (let time = 0; time < 40; time += 1) {
    const draft = await env.store.drafts.load(await tried.of(begun(env, citizen, 'driving-licence-renewal')))
    filled.push(Object.values(draft?.answers ?? {}).filter(({ envelope }) => envelope !== null).length)
  }
  expect(filled[0]).toBeGreaterThan(2)
  expect(filled.slice(5)).toEqual(filled.slice(5).map(() => 0))
  delete env.mayReadMore
})

test('a clerk opens only so many cases an hour, found or not', async () => {
  const door = await secondDoor(portal, { budgets: budgets({ person_look: { points: FEW, seconds: 3600 } }) })
  const clerk = await signInAs({ env: portal.env, url: door.url }, 'staff-clerk')
  const statuses: number[] = []
  for (let number = 0; number < 60; number += 1) statuses.push((await tried.of(clerk.get(number % 2 ? `/desk/find?ref=2026-0000-${1000 + number}` : `/desk/cases/2026-0000-${1000 + number}`))).status)
  expect(answered(statuses)).toBe(FEW)
  expect((await portal.env.store.security.totals(0)).limited).toBeGreaterThan(40)
  door.stop()
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
