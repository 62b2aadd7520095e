import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { isDate } from '#app/kernel/case/check-answer.ts'
import { findCase } from '#app/use-cases/find-case.ts'
import { listMyCases } from '#app/use-cases/list-my-cases.ts'
import { findChildren } from '#app/use-cases/mandates/find-children.ts'
import { type Grant, grantMandate } from '#app/use-cases/mandates/grant-mandate.ts'
import { listMandates } from '#app/use-cases/mandates/list-mandates.ts'
import { mandatesInForce } from '#app/use-cases/mandates/mandates-in-force.ts'
import { revokeMandate } from '#app/use-cases/mandates/revoke-mandate.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { at } from '#tests/factories/definition.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

const [HEAD, HELPER] = ['citizen-0000', 'citizen-0002']
const LICENCE = 'driving-licence-renewal'

let env: TestEnvironment
let head: Actor & { kind: 'citizen' }

/** Somebody as the portal knows them at a request: with the mandates of now. */
const now = async (id: string) => ({ ...(await actor<'citizen'>(env, id)), mandates: mandatesInForce(env, await env.store.mandates.heldBy(id)) })

async function grantTo(id: string, more: Partial<Grant> = {}) {
  const person = await env.store.people.find(id)
  return grantMandate(env, head, { company: null, identityNumber: person?.subject ?? '', name: person?.name ?? '', services: null, until: '2026-12-31', ...more })
}

const codes = (granted: Awaited<ReturnType<typeof grantMandate>>) => (!granted.ok && granted.problem.code === 'invalid' ? granted.problem.fields.map(({ name, code }) => `${name} ${code}`) : granted.ok)

beforeEach(async () => {
  env = await openTestEnvironment()
  head = await actor<'citizen'>(env, HEAD)
})

describe('a mandate', () => {
  test('lets its holder apply for a company, in the services named and no others, and the company’s head follow', async () => {
    const code = head.companies[0]!
    expect(codes(await grantTo(HELPER, { company: code, services: ['restaurant-opening'] }))).toBe(true)
    const helper = await now(HELPER)
    const mandate = helper.mandates[0]!.id
    const draft = await begun(env, helper, 'restaurant-opening', { mandate })
    expect((await openDraft(env, helper, draft))?.draft).toMatchObject({ company: code, behalf: { kind: 'company', subject: code } })
    for (const [service, of] of [['employer-insurance', mandate], ['restaurant-opening', 'no such mandate'], [LICENCE, mandate]] as const) {
      expect(await startApplication(env, helper, service, { company: null, mandate: of }), service).toMatchObject({ problem: { code: 'not_permitted' } })
    }
  })

  test('ends at once when it is taken back: drafts and cases got under it are gone for its holder', async () => {
    const driver = await now('citizen-0001')
    const granted = await grantMandate(env, driver, { company: null, identityNumber: (await env.store.people.find(HELPER))!.subject!, name: (await env.store.people.find(HELPER))!.name, services: [LICENCE], until: '2026-12-31' })
    if (!granted.ok) throw new Error(JSON.stringify(granted))
    const helper = await now(HELPER)
    const draft = await begun(env, helper, LICENCE, { mandate: granted.mandate.id })
    const second = await begun(env, helper, LICENCE, { mandate: granted.mandate.id })
    const submitted = await submitApplication(env, helper, draft)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
    expect((await env.store.cases.loadByRef(submitted.ref))?.answers.full_name?.value).toBe(driver.name)
    expect((await listMyCases(env, helper, {}))?.cases.rows.map(({ ref }) => ref)).toEqual([submitted.ref])
    expect(await revokeMandate(env, driver, granted.mandate.id)).toEqual({ ok: true })
    const after = await now(HELPER)
    expect(await findCase(env, after, submitted.ref, 'follow_case')).toBeNull()
    expect(await openDraft(env, after, second)).toBeNull()
    expect(await submitApplication(env, after, second)).toMatchObject({ problem: { code: 'not_found' } })
    expect(await listMyCases(env, after, {})).toMatchObject({ cases: { rows: [] }, drafts: [] })
  })

  test('runs out by itself', async () => {
    await grantTo(HELPER, { until: '2026-03-02' })
    expect((await now(HELPER)).mandates).toHaveLength(1)
    env.clock.now = at('2026-03-03', '00:00')
    expect((await now(HELPER)).mandates).toEqual([])
    expect((await listMandates(env, head))?.given).toEqual([])
  })

  test('is taken back only by whom it is for, or given back by who holds it; twice is once', async () => {
    const granted = await grantTo(HELPER)
    const id = granted.ok ? granted.mandate.id : ''
    expect(await revokeMandate(env, await now('citizen-0004'), id)).toMatchObject({ problem: { code: 'not_found' } })
    expect(await revokeMandate(env, await actor(env, 'staff-clerk'), id)).toMatchObject({ problem: { code: 'not_found' } })
    expect(await revokeMandate(env, await now(HELPER), id)).toEqual({ ok: true })
    expect(await revokeMandate(env, head, id)).toEqual({ ok: true })
  })

  test.each([
    [{ name: '', identityNumber: '' }, ['name missing', 'identity_number missing']],
    [{ name: '别人' }, ['identity_number no_such_person']],
    [{ identityNumber: '1' }, ['identity_number no_such_person']],
    [{ until: null }, ['until missing']],
    [{ until: '2026-03-01' }, ['until in_the_past']],
    [{ until: '2026-02-30' }, ['until not_a_date']],
    [{ until: '2027-03-04' }, ['until over_a_year']],
    [{ services: [] }, ['services missing']],
    [{ services: ['restaurant-opening'] }, ['services not_a_choice']],
    [{ services: ['__proto__'] }, ['services not_a_choice']],
  ] as [Partial<Grant>, string[]][])('with %j is refused with what is wrong', async (more, problems) => expect(codes(await grantTo(HELPER, more))).toEqual(problems))

  test('is not granted to oneself, nor for somebody else’s company', async () => {
    expect(codes(await grantTo(HEAD))).toEqual(['identity_number no_such_person'])
    expect(await grantTo(HELPER, { company: '91990100MA00000000' })).toMatchObject({ problem: { code: 'not_permitted' } })
  })
})

describe('parents', () => {
  const child = (born: string, key = '1') => ({ register: 'population', entity: 'child', subject: '', key, data: { child_name: '小明', child_identity_number: `C${key}`, child_birth_date: born }, asOf: '2026-01-01', validUntil: null, standing: 'valid' as const })

  async function childrenBorn(...dates: string[]) {
    const subject = (await env.store.people.find(HELPER))?.subject ?? ''
    await env.store.records.put(dates.map((born, i) => ({ ...child(born, String(i)), subject })))
    return findChildren(env, await now(HELPER))
  }

  test('act for their children until the day before they come of age, however often they look', async () => {
    expect(await childrenBorn('2015-06-30', '2008-03-03', '2008-03-02', '2008-02-29', '2012-02-29')).toEqual({ ok: true, found: 3 })
    await findChildren(env, await now(HELPER))
    const held = await env.store.mandates.heldBy(HELPER)
    expect(held.map(({ subject, until, basis }) => [subject, until, basis]).sort()).toEqual([['C0', '2033-06-29', 'parent'], ['C1', '2026-03-02', 'parent'], ['C4', '2030-02-28', 'parent']])
  })

  test('are in the access log with their own look', async () => {
    await childrenBorn('2015-06-30')
    const subject = (await env.store.people.find(HELPER))?.subject ?? ''
    const { rows } = await env.store.access.of({ subject, now: env.now(), department: null, since: null, until: null }, { limit: 5 })
    expect(rows).toMatchObject([{ purpose: 'own', reader: { id: HELPER }, register: 'population', fields: ['child.child_birth_date', 'child.child_identity_number', 'child.child_name'], service: null }])
  })

  test('whatever day a child is born, are a real day away from the end, and never past eighteen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.date({ min: new Date('2008-03-04'), max: new Date('2026-03-02'), noInvalidDate: true }), async (date) => {
        const born = date.toISOString().slice(0, 10)
        await childrenBorn(born)
        const until = (await env.store.mandates.heldBy(HELPER)).find(({ subject }) => subject === 'C0')?.until ?? ''
        expect(isDate(until)).toBe(true)
        expect(until < `${Number(born.slice(0, 4)) + 18}${born.slice(4)}`).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
