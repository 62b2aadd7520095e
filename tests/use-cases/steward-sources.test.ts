import { beforeEach, describe, expect, test } from 'vitest'

import { dayNumber } from '#app/kernel/clock/iso-date.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { disputeRecord } from '#app/use-cases/dispute-record.ts'
import { listBlockedExchanges } from '#app/use-cases/registers/list-blocked-exchanges.ts'
import { stewardSources, usualPeriod } from '#app/use-cases/registers/steward-sources.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import type { AccessEntry } from '#db/store.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'
import { staff } from '#tests/factories/play.ts'
import { workThrough } from '#tests/journeys/office.ts'

const DRIVER = 'citizen-0001'
const traffic = staff('t', 'traffic_police.steward')
const police = staff('p', 'public_security.steward')

let env: TestEnvironment
let driver: Actor

beforeEach(async () => {
  env = await openTestEnvironment()
  driver = await actor(env, DRIVER)
})

const subject = async (id = DRIVER): Promise<string> => (await env.store.people.find(id))?.subject ?? ''
const view = async (steward: Actor) => (await stewardSources(env, steward, usualPeriod(env)))!
const fieldOf = async (steward: Actor, register: string, path: string) =>
  (await view(steward)).registers.find((one) => one.register === register)?.fields.find(({ entity, field }) => `${entity}.${field}` === path)

/** Every entry of somebody's access log. */
async function entriesOn(id: string): Promise<readonly AccessEntry[]> {
  return (await env.store.access.of({ subject: id, now: env.now(), department: null, since: null, until: null }, { limit: 200 })).rows
}

/** Agreements as they would be with another last day. */
function until(date: string): void {
  const agreements = Object.fromEntries(Object.entries(env.catalogue.agreements).map(([key, one]) => [key, { ...one, until: date }]))
  env = { ...env, catalogue: { ...env.catalogue, agreements } }
}

test('the figures are those of a recount of the access log and the records', async () => {
  const people = ['citizen-0001', 'citizen-0002', 'citizen-0003', 'citizen-0004']
  for (const id of people) await begun(env, await actor(env, id), 'driving-licence-renewal')
  const entries = (await Promise.all(people.map(async (id) => entriesOn(await subject(id))))).flat().filter(({ register }) => register === 'traffic')
  expect(entries.length).toBeGreaterThan(1)
  const today = dayNumber(localDate(env.catalogue.calendar, env.now()))
  const naive = new Map<string, { held: number; notHeld: number; days: number }>()
  for (const entry of entries) {
    for (const path of entry.fields) {
      const [entity = '', field = ''] = path.split('.')
      const [record] = await env.store.records.read([{ register: 'traffic', entity, subject: entry.subject }])
      const sum = naive.get(path) ?? { held: 0, notHeld: 0, days: 0 }
      if (record?.data[field] == null) sum.notHeld += 1
      else Object.assign(sum, { held: sum.held + 1, days: sum.days + Math.max(0, today - dayNumber(record.asOf)) })
      naive.set(path, sum)
    }
  }
  const [quality, ...others] = (await view(traffic)).registers
  expect(others).toEqual([])
  expect(quality).toMatchObject({ register: 'traffic', requests: new Set(entries.map(({ request }) => request)).size, noAnswer: 0, wrongAnswer: 0, answered: 1 })
  expect(quality?.fields.map(({ entity, field, held, notHeld, age }) => [`${entity}.${field}`, held, notHeld, age]).toSorted()).toEqual(
    [...naive].map(([path, { held, notHeld, days }]) => [path, held, notHeld, held === 0 ? null : days / held]).toSorted(),
  )
})

test('a register that does not answer is seen at once, and only by its steward', async () => {
  const { registers } = env
  env = { ...env, registers: (id) => (id === 'traffic' ? { read: async () => ({ ok: false, why: 'no_answer' }) } : registers(id)) }
  await begun(env, driver, 'driving-licence-renewal')
  expect((await view(traffic)).registers).toMatchObject([{ requests: 1, noAnswer: 1, answered: 0, finding: { kind: 'silent', count: 1, of: 1 } }])
  expect((await view(police)).registers).toMatchObject([{ register: 'population', noAnswer: 0, answered: 1 }])
})

describe('what becomes of values', () => {
  let draft: string
  beforeEach(async () => {
    draft = await begun(env, driver, 'driving-licence-renewal')
  })

  test('a record that changes before the application is handed in counts once', async () => {
    const points = { register: 'traffic', entity: 'offences', subject: await subject(), key: '1', data: { points: 11, unpaid: 0, fines_due: 0 }, asOf: '2026-03-02', validUntil: null, standing: 'valid' } as const
    await env.store.records.put([points])
    expect(await submitApplication(env, driver, draft)).toMatchObject({ problem: { code: 'records_changed', names: ['penalty_points'] } })
    expect((await submitApplication(env, driver, draft)).ok).toBe(true)
    expect(await fieldOf(traffic, 'traffic', 'offences.points')).toMatchObject({ changed: 1, conflicts: 0 })
    expect(await fieldOf(traffic, 'traffic', 'offences.unpaid')).toMatchObject({ changed: 0 })
  })

  test('an applicant’s own value beside the register’s counts as handed in', async () => {
    await saveAnswer(env, driver, draft, 'phone', { value: '13800000000' })
    expect(await fieldOf(police, 'population', 'person.phone')).toMatchObject({ conflicts: 0 })
    expect((await submitApplication(env, driver, draft)).ok).toBe(true)
    expect(await fieldOf(police, 'population', 'person.phone')).toMatchObject({ conflicts: 1, disputes: 0 })
    expect(await fieldOf(police, 'population', 'person.full_name')).toMatchObject({ conflicts: 0 })
  })

  test('a dispute counts when it is handed in, and as put right when it is', async () => {
    const disputed = await disputeRecord(env, driver, draft, 'full_name', { claimed: { value: '陈致远' }, reason: '户口本上是“致”', proof: null })
    const state = disputed.ok ? await env.store.cases.loadByRef(disputed.ref) : null
    expect(await fieldOf(police, 'population', 'person.full_name')).toMatchObject({ disputes: 1, upheld: 0 })
    expect((await view(police)).registers[0]?.finding).toMatchObject({ kind: 'disputed', count: 1, field: { concept: 'full_name' } })
    await workThrough(env, state!)
    expect(await fieldOf(police, 'population', 'person.full_name')).toMatchObject({ disputes: 1, upheld: 1 })
  })

  test('a dispute that is not upheld stays one', async () => {
    const disputed = await disputeRecord(env, driver, draft, 'full_name', { claimed: { value: '陈致远' }, reason: '写错了', proof: null })
    const state = disputed.ok ? await env.store.cases.loadByRef(disputed.ref) : null
    await workThrough(env, state!, { outcomes: { review: 'keep' } })
    expect(await fieldOf(police, 'population', 'person.full_name')).toMatchObject({ disputes: 1, upheld: 0 })
  })
})

describe('a blocked exchange', () => {
  test('is shown to the register’s steward without saying on whom', async () => {
    until('2026-03-01')
    await begun(env, driver, 'driving-licence-renewal')
    const blocked = await listBlockedExchanges(env, traffic, { limit: 10 })
    expect(blocked?.rows).toMatchObject([{ register: 'traffic', service: 'driving-licence-renewal', department: 'traffic_police', why: 'expired' }])
    expect(blocked?.rows[0]?.fields).toContain('offences.points')
    const told = JSON.stringify([blocked, await view(traffic)])
    const person = await env.store.people.find(DRIVER)
    for (const secret of [person?.subject, person?.name, DRIVER]) expect(told).not.toContain(secret)
    expect(await fieldOf(traffic, 'traffic', 'offences.points')).toMatchObject({ refused: 1, held: 0, gap: null })
  })

  test('comes newest first, page by page, each once', async () => {
    until('2026-03-01')
    for (let i = 0; i < 5; i += 1) {
      env.clock.now += 60_000
      await begun(env, await actor(env, `citizen-000${i + 1}`), 'low-income-benefit')
    }
    const whole = await listBlockedExchanges(env, traffic, { limit: 100 })
    const seen: string[] = []
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page: NonNullable<typeof whole> = (await listBlockedExchanges(env, traffic, { limit: 2, after }))!
      seen.push(...page.rows.map(({ id }) => id))
      after = page.next
    }
    expect(seen).toEqual(whole?.rows.map(({ id }) => id))
    expect(seen.length).toBeGreaterThanOrEqual(5)
    expect(whole?.rows.map(({ at }) => at)).toEqual(whole?.rows.map(({ at }) => at).toSorted((one, other) => other - one))
  })
})

describe('agreements', () => {
  test('that end within ninety days or have ended are named, those of others are not', async () => {
    expect((await view(traffic)).ending).toEqual([])
    until('2026-03-31')
    expect((await view(traffic)).ending.map(({ register, daysLeft }) => [register, daysLeft])).toEqual([['traffic', 30], ['traffic', 30]])
    until('2026-03-01')
    expect((await view(traffic)).ending.every(({ daysLeft }) => daysLeft === null)).toBe(true)
  })
})

test.each([
  ['the applicant', () => driver],
  ['a clerk of the owner', () => staff('c', 'traffic_police.dispatcher')],
  ['its manager', () => staff('m', 'traffic_police.manager')],
  ['a steward of a department without registers', () => staff('f', 'fire_rescue.steward')],
])('%s is no steward of a register', async (_, who) => {
  expect([await stewardSources(env, who(), usualPeriod(env)), await listBlockedExchanges(env, who(), { limit: 5 })]).toEqual([null, null])
})
