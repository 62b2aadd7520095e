import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { type AccessFilter, exportAccess, findAccess, listAccess } from '#app/use-cases/list-access.ts'
import { lookAtOwnRecords } from '#app/use-cases/look-at-own-records.ts'
import { questionAccess } from '#app/use-cases/question-access.ts'
import { registersOn } from '#app/use-cases/registers-on.ts'
import { whoseData } from '#app/use-cases/whose-data.ts'
import type { AccessEntry } from '#db/store.ts'
import { actor, begun, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'

type Citizen = Actor & { kind: 'citizen' }

const DAY = 86_400_000
const anything: AccessFilter = { department: null, from: null, until: null }

let env: TestEnvironment
let driver: Citizen
let subject: string

beforeEach(async () => {
  env = await openTestEnvironment()
  driver = await actor(env, 'citizen-0001')
  subject = (await env.store.people.find(driver.id))?.subject ?? ''
})

const log = (...entries: Partial<AccessEntry>[]) => env.store.access.append(entries.map((entry) => buildAccess({ subject, at: env.clock.now, shownFrom: env.clock.now, ...entry })), [])
const rowsOf = async (who: Citizen, of = '', filter: Partial<AccessFilter> = {}) => (await listAccess(env, who, of, { ...anything, ...filter }, {}))?.page.rows

/** Under a mandate for everything, or for some services. */
const acting = (services: readonly string[] | null, kind: 'person' | 'company' = 'person'): Citizen =>
  ({ ...driver, mandates: [{ id: 'm1', kind, subject: 'somebody', name: '李小宝', services }] })

describe('whose data somebody sees', () => {
  test('their own, that of their companies, and of whom they act for in everything', async () => {
    const owner = await actor<'citizen'>(env, 'citizen-0000')
    expect((await whoseData(env, { ...owner, mandates: acting(null).mandates ?? [] })).map(({ key, relation, name }) => [key, relation, name])).toEqual([
      ['', 'self', owner.name], ...owner.companies.map((code) => [code, 'company', expect.any(String)]), ['m1', 'mandate', '李小宝'],
    ])
  })

  test('a mandate for a few services opens nothing', async () => {
    expect((await whoseData(env, acting(['disabled-parking-badge']))).map(({ key }) => key)).toEqual([''])
    expect(await listAccess(env, acting(['disabled-parking-badge']), 'm1', anything, {})).toBeNull()
  })

  test('a company one has left, and a mandate taken back, are nobody’s', async () => {
    const owner = await actor<'citizen'>(env, 'citizen-0000')
    const company = owner.companies[0] ?? ''
    const left = { ...owner, companies: [] }
    expect(await rowsOf(owner, company)).toEqual([])
    expect(await listAccess(env, left, company, anything, {})).toBeNull()
    expect(await exportAccess(env, left, company, anything)).toBeNull()
    expect(await lookAtOwnRecords(env, left, company, 'companies')).toBeNull()
    expect(await rowsOf(acting(null), 'm1')).toEqual([])
    expect(await listAccess(env, driver, 'm1', anything, {})).toBeNull()
  })

  test('staff see nobody’s', async () => expect(await whoseData(env, await actor(env, 'staff-dispatcher'))).toEqual([]))
})

describe('the looks one is shown', () => {
  test('are exactly those at one’s own data, newest first', async () => {
    await log({ id: 'a1' }, { id: 'a2', subject: 'somebody' }, { id: 'a3', at: env.clock.now + 1, outcome: 'no_answer' }, { id: 'a4', outcome: 'refused', why: 'expired' })
    await log({ id: 'a5', at: env.clock.now + 2 })
    expect((await rowsOf(driver))?.map(({ id }) => id)).toEqual(['a5', 'a1'])
    expect((await rowsOf(acting(null), 'm1'))?.map(({ id }) => id)).toEqual(['a2'])
    expect(await findAccess(env, driver, 'a1')).toMatchObject({ access: { id: 'a1' }, whose: { key: '' } })
    for (const id of ['a2', 'a3', 'a4', 'nothing']) expect(await findAccess(env, driver, id), id).toBeNull()
    expect(await findAccess(env, acting(null), 'a2')).toMatchObject({ whose: { key: 'm1' } })
  })

  test('come later where a law delays them, on the day it says', async () => {
    await log({ id: 'a1', department: 'tax', shownFrom: env.clock.now + 30 * DAY })
    const seen = async () => [(await rowsOf(driver))?.length, (await listAccess(env, driver, '', anything, {}))?.departments.length, await findAccess(env, driver, 'a1') !== null]
    env.clock.now += 30 * DAY - 1
    expect(await seen()).toEqual([0, 0, false])
    env.clock.now += 1
    expect(await seen()).toEqual([1, 1, true])
  })

  test('are chosen by department and by days of the city’s zone, both included', async () => {
    const at = (time: string) => Date.parse(`${time}+08:00`)
    env.clock.now = at('2026-03-09T09:00:00')
    await log(
      { id: 'before', at: at('2026-03-01T23:59:59.999') }, { id: 'first', at: at('2026-03-02T00:00:00') }, { id: 'other', at: at('2026-03-02T12:00:00'), department: 'tax' },
      { id: 'last', at: at('2026-03-03T23:59:59.999') }, { id: 'after', at: at('2026-03-04T00:00:00') },
    )
    const days = { from: '2026-03-02', until: '2026-03-03' }
    expect((await rowsOf(driver, '', days))?.map(({ id }) => id)).toEqual(['last', 'other', 'first'])
    expect((await rowsOf(driver, '', { ...days, department: 'tax' }))?.map(({ id }) => id)).toEqual(['other'])
    expect((await rowsOf(driver, '', { from: '2026-03-04' }))?.map(({ id }) => id)).toEqual(['after'])
    expect((await rowsOf(driver, '', { until: '2026-03-01' }))?.map(({ id }) => id)).toEqual(['before'])
  })

  test('come page by page, and all of them in the file, each once', async () => {
    const ids = Array.from({ length: 1_203 }, (_, i) => `a${String(i).padStart(5, '0')}`)
    await log(...ids.map((id, i) => ({ id, at: env.clock.now + Math.floor(i / 3) })))
    const first = await listAccess(env, driver, '', anything, {})
    const second = await listAccess(env, driver, '', anything, { after: first?.page.next })
    expect([first?.page.rows.length, first?.page.previous, second?.page.rows.length]).toEqual([25, null, 25])
    const exported: string[] = []
    for await (const { id } of (await exportAccess(env, driver, '', anything)) ?? []) exported.push(id)
    expect(exported.slice(0, 50)).toEqual([...(first?.page.rows ?? []), ...(second?.page.rows ?? [])].map(({ id }) => id))
    expect(exported.toSorted()).toEqual(ids)
  })
})

describe('a look as it is shown', () => {
  test('never names the clerk, and masks whose application it was', async () => {
    await log({ id: 'a1', reader: { kind: 'staff', id: 's9', name: '周敏敏' }, desk: 'tax.clerk', agreement: null, register: null, what: 'case', purpose: 'task:posting', service: 'driving-licence-renewal', fields: ['full_name', 'full_name', 'gone'], onBehalfOf: '赵建华' })
    const [row] = (await rowsOf(driver)) ?? []
    expect(row).toMatchObject({ by: 'clerk', role: 'clerk', task: 'posting', onBehalfOf: '赵**', ref: null, questionable: true, fields: [{ name: 'full_name', concept: 'full_name' }, null] })
    expect(JSON.stringify(row)).not.toMatch(/周敏敏|赵建华|s9/)
    expect(row?.legal).toBe(env.catalogue.services['driving-licence-renewal']?.legal)
  })

  test('names the case only where the reader may follow it', async () => {
    const ref = await submitted(env, 'driving-licence-renewal', driver.id)
    const other = await submitted(env, 'driving-licence-renewal', 'citizen-0002')
    await env.store.access.append([buildAccess({ id: 'z1', subject: 'child', ref, shownFrom: 0 }), buildAccess({ id: 'z2', subject: 'child', ref: other, shownFrom: 0 }), buildAccess({ id: 'z3', subject: 'child', ref, onBehalfOf: 'X Y', shownFrom: 0 })], [])
    const parent: Citizen = { ...driver, mandates: [{ id: 'm1', kind: 'person', subject: 'child', name: 'C', services: null }] }
    expect(Object.fromEntries((await rowsOf(parent, 'm1'))?.map((row) => [row.id, row.ref]) ?? [])).toEqual({ z1: ref, z2: null, z3: null })
  })

  test('of a draft names the case that it became', async () => {
    const draft = await begun(env, driver, 'driving-licence-renewal')
    expect((await rowsOf(driver))?.map(({ ref }) => ref)).toEqual([null, null, null])
    await env.store.drafts.remove(draft)
    const ref = await submitted(env, 'driving-licence-renewal', driver.id)
    expect((await rowsOf(driver))?.filter((row) => row.ref === ref).length).toBeGreaterThan(0)
  })

  test('says by which agreement a register was read, and what of it', async () => {
    await begun(env, driver, 'driving-licence-renewal')
    const rows = (await rowsOf(driver)) ?? []
    expect(rows.map(({ register }) => register).toSorted()).toEqual(['health', 'population', 'traffic'])
    for (const row of rows) expect(row).toMatchObject({ by: 'portal', department: 'traffic_police', role: null, legal: expect.any(String), purpose: expect.any(String), service: 'driving-licence-renewal', questionable: true })
    expect(rows.flatMap(({ fields }) => fields)).not.toContain(null)
  })
})

describe('a look at one’s own records', () => {
  test('gives what one register holds and is in the log before, as one’s own', async () => {
    const looked = await lookAtOwnRecords(env, driver, '', 'population')
    expect(looked).toMatchObject({ standing: 'read', owner: 'public_security', whose: { subject } })
    expect(looked?.records.flatMap(({ values }) => values.map((one) => one.value))).toContain(driver.name)
    const rows = (await rowsOf(driver)) ?? []
    expect(rows).toMatchObject([{ by: 'self', register: 'population', service: null, legal: null, questionable: false, department: 'public_security' }])
    expect(await questionAccess(env, driver, rows[0]?.id ?? '', { text: 'why?', shown: { when: 'w', who: 'w', purpose: 'p', fields: 'f' } })).toMatchObject({ problem: { code: 'not_found' } })
  })

  test('by somebody who acts for one is told as theirs', async () => {
    const child = (await env.store.people.find('citizen-0003'))?.subject ?? ''
    const parent: Citizen = { ...driver, mandates: [{ id: 'm1', kind: 'person', subject: child, name: 'C', services: null }] }
    await lookAtOwnRecords(env, parent, 'm1', 'population')
    const [row] = (await rowsOf(await actor<'citizen'>(env, 'citizen-0003'))) ?? []
    expect(row).toMatchObject({ by: 'representative', questionable: false })
    expect(JSON.stringify(row)).not.toContain(driver.name)
  })

  test('reads nothing of a register that keeps nothing of the kind, or is none', async () => {
    const owner = await actor<'citizen'>(env, 'citizen-0000')
    const company = owner.companies[0] ?? ''
    expect(registersOn(env, 'company').map(({ id }) => id)).not.toContain('population')
    for (const register of ['population', 'nothing', 'constructor', '']) expect(await lookAtOwnRecords(env, owner, company, register), register).toBeNull()
    expect(await rowsOf(owner, company)).toEqual([])
    const looked = await lookAtOwnRecords(env, owner, company, 'companies')
    expect(looked?.records.length).toBeGreaterThan(0)
    expect(await rowsOf(owner, company)).toMatchObject([{ by: 'self', register: 'companies' }])
  })

  test('that can’t be written down shows nothing', async () => {
    const broken = { ...env, store: { ...env.store, access: { ...env.store.access, append: () => Promise.reject(new Error('the log is full')) } } }
    await expect(lookAtOwnRecords(broken, driver, '', 'population')).rejects.toThrow('the log is full')
  })

  test('at a register that does not answer says so', async () => {
    const silent = { ...env, registers: () => ({ read: async () => ({ ok: false as const, why: 'no_answer' as const }), close: async () => {} }) }
    expect(await lookAtOwnRecords(silent, driver, '', 'population')).toMatchObject({ standing: 'no_answer', records: [] })
    expect(await rowsOf(driver)).toEqual([])
  })
})

describe('questioning a look', () => {
  const question = { text: 'Why?\nI never applied.', shown: { when: '2 March 2026', who: 'Traffic Police', purpose: 'To know who applies', fields: 'x'.repeat(3_000) } }

  test('opens one case at the department that looked, however often one person asks', async () => {
    await log({ id: 'a1', department: 'tax' })
    const asked = await Promise.all(Array.from({ length: 5 }, () => questionAccess(env, driver, 'a1', question)))
    const again = await questionAccess(env, driver, 'a1', { ...question, text: 'Once more' })
    const refs = new Set([...asked, again].map((one) => (one.ok ? one.ref : one.problem.code)))
    expect([refs.size, asked.filter((one) => one.ok && one.first).length, again.ok && again.first]).toEqual([1, 1, false])
    const state = await env.store.cases.loadByRef([...refs][0] ?? '')
    expect(state).toMatchObject({ service: 'access-question', applicant: { person: driver.id, company: null } })
    expect(Object.values(state?.tasks ?? {}).flatMap(({ parts }) => parts.map(({ desk }) => desk))).toEqual(['tax.steward'])
    const values = Object.fromEntries(Object.entries(state?.answers ?? {}).map(([name, { value }]) => [name, value]))
    expect(values).toMatchObject({ reading_department: 'tax', access_entry: 'a1', access_when: '2 March 2026', question_text: question.text })
    expect(String(values.access_fields)).toHaveLength(2_000)
  })

  test('is for each who may see it, in a case of their own, on whose behalf they ask', async () => {
    await log({ id: 'a1', subject: 'child' })
    const mandates = [{ id: 'm1', kind: 'person' as const, subject: 'child', name: '李小宝', services: null }]
    const other = await actor<'citizen'>(env, 'citizen-0002')
    const asked = [await questionAccess(env, { ...driver, mandates }, 'a1', question), await questionAccess(env, { ...other, mandates }, 'a1', question)]
    const refs = asked.map((one) => (one.ok ? one.ref : one.problem.code))
    expect(new Set(refs).size).toBe(2)
    expect((await env.store.cases.loadByRef(refs[0] ?? ''))?.applicant).toMatchObject({ person: driver.id, behalf: { subject: 'child', mandate: 'm1' } })
  })

  test('about a company is asked in one’s own right', async () => {
    const owner = await actor<'citizen'>(env, 'citizen-0000')
    await log({ id: 'a1', subject: owner.companies[0] ?? '' })
    const asked = await questionAccess(env, owner, 'a1', question)
    expect(asked.ok && (await env.store.cases.loadByRef(asked.ref))?.applicant).toMatchObject({ person: owner.id, company: null })
  })

  test('is refused for another’s, for one not shown yet, and without words', async () => {
    await log({ id: 'theirs', subject: 'somebody' }, { id: 'later', shownFrom: env.clock.now + 1 }, { id: 'own' })
    for (const id of ['theirs', 'later', 'nothing']) expect(await questionAccess(env, driver, id, question), id).toMatchObject({ problem: { code: 'not_found' } })
    expect(await questionAccess(env, driver, 'own', { ...question, text: ' ' })).toMatchObject({ problem: { code: 'invalid', fields: [{ name: 'question_text', code: 'missing' }] } })
    expect(await questionAccess(env, await actor(env, 'staff-dispatcher'), 'own', question)).toMatchObject({ problem: { code: 'not_found' } })
  })
})
