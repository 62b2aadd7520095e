import { afterAll, beforeAll, expect, test } from 'vitest'

import { clamav } from '#app/scanner/clamav.ts'
import { openCertificate } from '#app/use-cases/open-certificates.ts'
import { samplePdf } from '#db/demo/paperwork.ts'
import { EICAR, startClamd } from '#tests/edges/clamd.ts'
import { actor, submitted } from '#tests/factories/environment.ts'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { counter } from './counter.ts'
import { bombPdf, floodPng, NAMES, nestedBomb, POLYGLOTS, WRONG_KINDS } from './hostile-files.ts'

export const ATTEMPTS = 290

const MB = 1_000_000
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

const kept = async () => (await portal.env.store.drafts.load(draft.split('/')[2] ?? ''))?.answers.floor_plan?.file ?? null

function send(content: Uint8Array, name = 'plan.pdf', type = 'application/pdf', field = 'floor_plan'): Promise<Response> {
  const form = new FormData()
  form.append(field, new File([content as BlobPart], name, { type }))
  return tried.of(owner.post(`${draft}/floor_plan`, form))
}

/** What goes out never runs: it is saved, not shown, and is what it was found to be. */
async function expectHarmless(id: string): Promise<Response> {
  const response = await tried.of(owner.get(`/files/${id}`))
  const headers = Object.fromEntries(['Content-Disposition', 'X-Content-Type-Options', 'Content-Security-Policy', 'Content-Type'].map((name) => [name, response.headers.get(name) ?? '']))
  expect(headers['Content-Disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/)
  expect(headers['X-Content-Type-Options']).toBe('nosniff')
  expect(headers['Content-Security-Policy']).toContain('sandbox')
  expect(headers['Content-Type']).toMatch(/^(application\/pdf|image\/png|image\/jpeg)$/)
  return response
}

test('what a question does not ask for is refused whatever it is called, and not kept', async () => {
  expect(Object.keys(WRONG_KINDS).length + Object.keys(POLYGLOTS).length).toBeGreaterThan(60)
  for (const [kind, content] of Object.entries(WRONG_KINDS)) for (const [name, type] of [['plan.pdf', 'application/pdf'], ['plan.png', 'image/png'], ['plan.html', 'text/html']] as const) {
    expect((await send(content, name, type)).status, `${kind} as ${name}`).toBe(422)
  }
  expect(await kept()).toBeNull()
})

test('what is two things at once is given back as the harmless one, to save', async () => {
  for (const [kind, content] of Object.entries(POLYGLOTS)) for (const [name, type] of [['plan.html', 'text/html'], ['plan.svg', 'image/svg+xml']] as const) {
    expect((await send(content, name, type)).status, kind).toBe(303)
    await expectHarmless((await kept())?.id ?? '')
  }
})

test('a file’s name leads nowhere, ends no header, and hides nothing', async () => {
  for (const name of NAMES) {
    expect((await send(samplePdf('x'), name)).status, name).toBe(303)
    const file = await kept()
    expect(file?.name, name).not.toMatch(/[\\/\p{Cc}\p{Bidi_Control}"<>|:*?]|^\.+$|^$/u)
    expect(file?.id).toMatch(/^[0-9a-f-]{36}$/)
    expect((await expectHarmless(file?.id ?? '')).headers.get('Set-Cookie')).toBeNull()
  }
})

test('JSON or a text posing as an upload opens no file (n8n, CVE-2026-21858)', async () => {
  const before = await kept()
  const pose = { filepath: '/etc/passwd', path: '/etc/passwd', originalFilename: 'x.pdf', mimetype: 'application/pdf', size: 10, id: before?.id ?? '' }
  const types = ['application/json', 'application/json; boundary=x', 'multipart/form-data', 'multipart/mixed; boundary=x', 'text/plain', 'application/xml', 'application/octet-stream', 'application/pdf', 'application/vnd.api+json']
  const bodies = [JSON.stringify({ floor_plan: pose }), JSON.stringify({ files: { floor_plan: [pose] } }), JSON.stringify([pose]), '{"__proto__":{"floor_plan":1}}']
  for (const type of types) for (const body of bodies) expect((await tried.of(owner.send(`${draft}/floor_plan`, { method: 'POST', body, headers: { 'Content-Type': type } }))).status, type).toBe(422)
  for (const value of [JSON.stringify(pose), '/etc/passwd', 'file:///etc/passwd', before?.id ?? '']) {
    const form = new FormData()
    form.append('floor_plan', value)
    for (const key of Object.keys(pose)) form.append(`floor_plan[${key}]`, value)
    // Nothing chosen leaves what is there.
    await tried.of(owner.post(`${draft}/floor_plan`, form))
    await tried.of(owner.post(`${draft}/floor_plan`, { floor_plan: value, 'floor_plan[filepath]': value }))
  }
  expect(await kept()).toEqual(before)
})

test('small files that unpack to very much are kept as they are or refused at once, and take no memory', async () => {
  const refused = [floodPng(60_000, 60_000), floodPng(0xffffffff, 0xffffffff), floodPng(1, 0x7fffffff), floodPng(5001, 5001), nestedBomb(1, 50 * MB), nestedBomb(200, 1 * MB)]
  const bomb = bombPdf(500 * MB)
  const before = process.memoryUsage().rss
  for (const content of refused) expect((await send(content, 'plan.png', 'image/png')).status).toBe(422)
  for (let time = 0; time < 3; time += 1) expect((await send(bomb)).status).toBe(303)
  expect((process.memoryUsage().rss - before) / MB).toBeLessThan(100)
})

test('a certificate does not unpack a picture that was kept before there was a limit', async () => {
  const { env } = portal
  const ref = await submitted(env, 'disabled-parking-badge', 'citizen-0003')
  const citizen = await actor(env, 'citizen-0003')
  const code = (await env.store.cases.loadByRef(ref))?.results[0]?.code ?? ''
  const { content } = env.store.files
  expect((await openCertificate(env, citizen, code))?.picture).not.toBeNull()
  for (const flood of [floodPng(60_000, 60_000), floodPng(25_000, 1001)]) {
    env.store.files.content = async () => flood
    expect((await tried.of(openCertificate(env, citizen, code)))?.picture).toBeNull()
  }
  env.store.files.content = content
})

test('malware is refused by name, and what nobody has scanned is given to nobody', async () => {
  const clamd = await startClamd()
  try {
    portal.env.scan = clamav('127.0.0.1', clamd.port, 500)
    const before = await kept()
    for (const content of [Buffer.concat([samplePdf('x'), Buffer.from(EICAR)]), Buffer.concat([samplePdf('x'), Buffer.alloc(70_000), Buffer.from(EICAR)])]) expect((await send(content)).status).toBe(422)
    expect(await kept()).toEqual(before)
    clamd.manner = 'silent'
    expect((await send(samplePdf('unscanned'))).status).toBe(303)
    expect((await tried.of(owner.get(`/files/${(await kept())?.id}`))).status).toBe(503)
  } finally {
    delete portal.env.scan
    clamd.stop()
  }
})

test('all of this was tried', () => expect([tried.made >= ATTEMPTS, portal.errors], String(tried.made)).toEqual([true, []]))
