import { afterAll, beforeAll, expect, test } from 'vitest'

import { REGISTER_TOKEN, startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { counter } from './counter.ts'
import { rawRequest } from './raw-request.ts'

export const ATTEMPTS = 160

const tried = counter()
let portal: TestPortal
let owner: Client
let draft: string
beforeAll(async () => {
  portal = await startPortal()
  owner = await Client.signedIn(portal.url, 'citizen-0000')
  const person = await portal.env.store.people.find('citizen-0000')
  draft = await owner.begin('restaurant-opening', { for: `company:${person?.companies[0]?.code ?? ''}` })
})
afterAll(() => portal.stop())

const load = async () => (await portal.env.store.drafts.load(draft.split('/')[2] ?? ''))!
const recorded = async () => Object.fromEntries(Object.entries((await load()).answers).filter(([, { source }]) => source === 'record'))

/** What a form of ours never has, and somebody may hope for. */
const EXTRA: readonly (readonly [string, string])[] = [
  ['status', 'granted'], ['end', 'granted'], ['decision', 'approve'], ['outcome', 'approve'], ['ownerId', 'citizen-0001'], ['person', 'citizen-0001'], ['company', '91990100MA00000000'], ['behalf', '{"kind":"person","subject":"x"}'],
  ['version', '999'], ['submittedRef', '2026-0000-0000'], ['service', 'retirement'], ['definitionHash', 'x'], ['createdAt', '0'], ['id', '0199a000-0000-7000-8000-000000000000'], ['sources', '{}'], ['fee', '0'], ['paid', 'true'],
  ['__proto__', 'x'], ['__proto__.polluted', '1'], ['__proto__[polluted]', '1'], ['constructor.prototype.polluted', '1'], ['constructor[prototype][polluted]', '1'], ['answers[fire_class]', 'low'], ['answers.fire_class.value', 'low'],
  ['fire_class', 'low'], ['operator', 'forged'], ['credit_code', 'forged'], ['envelope', '{"source":"record"}'], ['source', 'record'], ['file', '{"id":"x"}'], ['isAdmin', 'true'], ['role', 'manager'], ['desks', 'market_regulation.head'],
]

test('values from records can’t be changed by a form (Open Forms, CVE-2025-64515), nor those that a desk will set', async () => {
  const before = await recorded()
  expect(Object.keys(before).length).toBeGreaterThan(5)
  const fields = Object.values(portal.env.catalogue.services['restaurant-opening']?.data ?? {}).filter(({ name }) => name in before || name.startsWith('fire_class'))
  for (const { name } of fields) for (const body of [{ [name]: 'forged' }, { [name]: 'forged', source: 'record', skip: '1' }, { [name]: '', promise: '1' }]) {
    expect((await tried.of(owner.post(`${draft}/${name}`, body))).status, name).toBeOneOf([303, 404, 422])
  }
  expect(await recorded()).toEqual(before)
  expect((await load()).answers.fire_class).toBeUndefined()
})

test('a field that the page does not have is not kept, whatever it is called (Formie, CVE-2026-76089; HeyForm, CVE-2026-63428)', async () => {
  await owner.post(`${draft}/seats`, { seats: '40' })
  const { answers, version, updatedAt, ...before } = await load()
  for (const [index, [name, value]] of EXTRA.entries()) {
    expect((await tried.of(owner.post(`${draft}/seats`, [['seats', String(40 + index)], [name, value]]))).status, name).toBe(303)
    const { answers: after, version: _version, updatedAt: _updatedAt, ...rest } = await load()
    expect(rest, name).toEqual(before)
    expect({ ...after, seats: null }, name).toEqual({ ...answers, seats: null })
    expect(after.seats, name).toEqual({ value: 40 + index, source: 'applicant', envelope: null, file: null })
  }
  expect([version < (await load()).version, updatedAt <= portal.clock.now, 'polluted' in {}]).toEqual([true, true, false])
})

test('of one field sent twice, or as a list, one plain value is kept or none', async () => {
  for (const body of [[['seats', '41'], ['seats', '999999']], [['seats[]', '1']], [['seats[value]', '1']], [['seats', '{"value":1}']], [['seats', '[1]']], [['seats', '1e3']], [['seats', '0x10']], [['seats', 'NaN']], [['seats', 'Infinity']], [['seats', '4.5']], [['seats', '-1']]] as [string, string][][]) {
    await tried.of(owner.post(`${draft}/seats`, body))
    expect((await load()).answers.seats?.value, JSON.stringify(body)).toBeOneOf([40 + EXTRA.length - 1, 41])
  }
  for (const premises of ['0', '__proto__', '{}', 'cadastre:unit:999', '*']) expect((await tried.of(owner.post(`${draft}/premises`, { premises }))).status).toBe(422)
})

test('an application that is handed in is what is stored, not what the form says', async () => {
  const before = (await portal.env.store.cases.listOf({ person: 'citizen-0000', subjects: [] }, { limit: 9 })).rows.length
  for (const [name, value] of EXTRA) expect((await tried.of(owner.post(`${draft}/review`, [['declared', 'yes'], [name, value]]))).status, name).toBe(422)
  expect((await portal.env.store.cases.listOf({ person: 'citizen-0000', subjects: [] }, { limit: 9 })).rows.length).toBe(before)
})

test('a register sends what it has declared, and nothing that everything has', async () => {
  const driver = (await portal.env.store.people.find('citizen-0001'))?.subject ?? ''
  const sound = { entity: 'driver_exam', subject: driver, key: 'forged', data: { result: 'fit' } as Record<string, unknown>, asOf: '2026-03-01', validUntil: null }
  const inData = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'nothing', 'standing', 'subject', 'result.x', 'result[0]'].map((name) => JSON.stringify(sound).replace('"result":"fit"', `"result":"fit","${name}":"x"`))
  const inEntity = ['constructor', 'toString', '__proto__', 'benefit', 'company', '', '*', '../welfare'].map((entity) => JSON.stringify({ ...sound, entity }))
  const beside = ['register', 'cases', 'purpose', 'constructor'].map((name) => JSON.stringify(sound).replace('{"entity"', `{"${name}":"x","entity"`))
  const values = ['{}', '[]', '1.5', '"unheard_of"', '["fit"]', '{"toString":1}'].map((value) => JSON.stringify(sound).replace('"fit"', value))
  const send = (path: string, body: string, token: string) => tried.of(rawRequest(portal.url + path, 'POST', { 'Content-Type': 'application/json', Authorization: token }, body))
  for (const body of [...inData, ...inEntity, ...beside, ...values]) expect((await send('/registers/health/records', body, `Bearer ${REGISTER_TOKEN}`)).status, body).toBeOneOf([404, 422])
  const tokens = ['', 'Bearer ', 'Bearer undefined', 'Bearer null', `Basic ${REGISTER_TOKEN}`, `Bearer ${REGISTER_TOKEN.slice(0, -1)}`, `Bearer ${REGISTER_TOKEN}x`, `Bearer ${REGISTER_TOKEN.toUpperCase()}`]
  for (const token of tokens) expect((await send('/registers/health/records', JSON.stringify(sound), token)).status, token).toBe(401)
  for (const register of ['welfare', 'population', '__proto__', 'constructor', 'HEALTH', 'health%00', '..']) expect((await send(`/registers/${register}/records`, JSON.stringify(sound), `Bearer ${REGISTER_TOKEN}`)).status, register).toBeOneOf([401, 404, 403])
  const held = () => portal.env.store.records.read([{ register: 'health', entity: 'driver_exam', subject: driver }])
  expect(await held()).not.toContainEqual(expect.objectContaining({ key: 'forged' }))
  // What can't be a name is no field: the record is kept without it.
  await send('/registers/health/records', JSON.stringify(sound).replace('"result":"fit"', '"result":"fit","__proto__":{"standing":"revoked"}'), `Bearer ${REGISTER_TOKEN}`)
  const forged = (await held()).find(({ key }) => key === 'forged')
  expect([forged?.data, forged?.standing, Object.keys(forged?.data ?? {})]).toEqual([{ result: 'fit' }, 'valid', ['result']])
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
