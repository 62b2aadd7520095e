import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { openServedPortal } from '#app/cli/open-served-portal.ts'
import { notReady } from '#app/cli/production/checks.ts'
import { isWeakSecret } from '#app/cli/production/is-weak-secret.ts'
import { readSettings } from '#app/env.server.ts'
import { listen, makeServer } from '#app/server.ts'

import { Browser } from './browser.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'onetrip-served-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = (): string => randomBytes(32).toString('base64')
const provider = (id: string, whom: 'citizens' | 'staff', client_secret = secret()) => ({ id, issuer: `https://${id}.example`, client_id: 'onetrip', client_secret, name: { 'zh-CN': '平台', en: id, ar: 'جهة' }, for: whom, identity_claim: 'sub' })
const providers = (...some: ReturnType<typeof provider>[]): string => JSON.stringify(some)

/** Everything that a town has to set. */
const complete = (): Record<string, string> => ({
  DATA_DIR: join(folder, 'data'),
  LOG_LEVEL: 'silent',
  PUBLIC_URL: 'https://portal.city.example',
  SESSION_SECRET: secret(),
  SIGN_IN_PROVIDERS: providers(provider('city', 'citizens'), provider('office', 'staff')),
  DATA_KEYS: `k1:${secret()}`,
  INDEX_SECRET: secret(),
  CHECKPOINT_KEY: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  CHECKPOINT_DIR: join(folder, 'checkpoints'),
})

/** What keeps the portal from starting with these settings. */
function sentences(settings: Record<string, string | undefined>): readonly string[] {
  const read = readSettings(settings)
  return read.ok ? notReady(read.settings) : read.messages
}

test('a complete set starts, serves, and knows nobody', async () => {
  const read = readSettings(complete())
  if (!read.ok) throw new Error(read.messages.join('\n'))
  const portal = await openServedPortal(read.settings, Date.now)
  const { server, url } = await listen(await makeServer(portal), 0, '127.0.0.1')
  const browser = new Browser(url)
  expect((await browser.get('/')).status).toBe(200)
  const page = await (await browser.get('/sign-in')).text()
  expect(page).toContain('action="/sign-in/office"')
  expect(page).not.toContain('name="person"')
  for (const extra of ['', '?demo=1', '?index']) expect((await browser.post(`/sign-in${extra}`, { person: 'staff-manager', demo: 'true' })).status).toBe(404)
  expect([await portal.env.store.people.demo(), await portal.env.store.people.staff()]).toEqual([[], []])
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  await Promise.all([portal.closeRegisters(), portal.checkpoints.close(), ...portal.signIn.providers.map((line) => line.close())])
  await portal.env.store.close()
})

test('over HTTPS its cookies are bound to this host and to HTTPS', async () => {
  const read = readSettings({ ...complete(), DATABASE_URL: 'memory:' })
  if (!read.ok) throw new Error(read.messages.join('\n'))
  const portal = await openServedPortal(read.settings, Date.now)
  const { giveCookie } = await import('#app/http/secret-cookie.server.ts')
  expect(await giveCookie(portal, 'session', 'x')).toMatch(/^__Host-onetrip=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(await giveCookie(portal, 'kept_form', 'x')).toMatch(/^__Host-onetrip_kept_form=.*; Secure/)
  await Promise.all([portal.closeRegisters(), portal.checkpoints.close()])
  await portal.env.store.close()
})

describe('it does not start, and says in one sentence what to set,', () => {
  test('with nothing set: a sentence for each', () => {
    const all = sentences({})
    for (const name of ['PUBLIC_URL', 'SESSION_SECRET', 'SIGN_IN_PROVIDERS', 'DATA_KEYS', 'INDEX_SECRET', 'CHECKPOINT_KEY', 'CHECKPOINT_DIR or CHECKPOINT_URL']) expect(all.filter((one) => one.startsWith(name)), name).toHaveLength(1)
  })

  test.each(['PUBLIC_URL', 'SESSION_SECRET', 'SIGN_IN_PROVIDERS', 'DATA_KEYS', 'INDEX_SECRET', 'CHECKPOINT_KEY', 'CHECKPOINT_DIR'])('without %s', async (name) => {
    const settings = { ...complete(), [name]: undefined }
    expect(sentences(settings)).toEqual([expect.stringContaining(name)])
    const read = readSettings(settings)
    if (!read.ok) throw new Error('not read')
    await expect(openServedPortal(read.settings, Date.now)).rejects.toThrow(name)
  })

  test.each([
    ['PUBLIC_URL', 'http://portal.city.example', 'is not HTTPS'],
    ['PUBLIC_URL', 'https://portal.city.example/path', 'without a path'],
    ['PUBLIC_URL', 'portal.city.example', 'PUBLIC_URL'],
    ['SESSION_SECRET', 'changeme', 'openssl rand'],
    ['SESSION_SECRET', 'a'.repeat(64), 'openssl rand'],
    ['SESSION_SECRET', 'at least 32 characters …', 'openssl rand'],
    ['SIGN_IN_PROVIDERS', 'nonsense', 'must be JSON'],
    ['SIGN_IN_PROVIDERS', providers(provider('city', 'citizens')), 'no provider for staff'],
    ['SIGN_IN_PROVIDERS', providers(provider('office', 'staff')), 'no provider for citizens'],
    ['SIGN_IN_PROVIDERS', providers(provider('city', 'citizens', 'changeme'), provider('office', 'staff')), 'client_secret of city'],
    ['SIGN_IN_PROVIDERS', providers(provider('city', 'citizens'), { ...provider('office', 'staff'), issuer: 'http://office.example' }), 'must be JSON'],
    ['SIGN_IN_PROVIDERS', providers(provider('city', 'citizens'), provider('city', 'staff')), 'must be JSON'],
    ['SIGN_IN_PROVIDERS', providers(provider('more', 'citizens'), provider('office', 'staff')), 'must be JSON'],
  ])('with %s %j', (name, value, words) => {
    expect(sentences({ ...complete(), [name]: value })).toEqual([expect.stringContaining(words)])
  })

  test('and never with the secret in it', () => {
    const weak = 'Tr0ub4dor&3-weak'
    const all = sentences({ ...complete(), SESSION_SECRET: weak, DATA_KEYS: weak, INDEX_SECRET: weak, CHECKPOINT_KEY: weak, SIGN_IN_PROVIDERS: providers(provider('city', 'citizens', weak), provider('office', 'staff')) })
    expect(all.length).toBeGreaterThanOrEqual(5)
    expect(all.join('\n')).not.toContain(weak)
  })

  test('but may be tried on this machine alone without HTTPS', () => {
    for (const url of ['http://127.0.0.1:3000', 'http://localhost:3000']) expect(sentences({ ...complete(), PUBLIC_URL: url })).toEqual([])
  })
})

describe('a secret', () => {
  test.each([
    'changeme', 'secret', '', 'a'.repeat(44), 'ab'.repeat(40), '0123456789abcdef'.repeat(4), 'password'.repeat(8), '7f'.repeat(31), 'q83vEjRWeJCrze8SNFZ4kA==',
    `${'A'.repeat(43)}=`, 'correct horse battery staple correct horse battery staple', '1'.repeat(64), 'at least 32 characters …', 'a secret of at least 32 characters',
  ])('is not %j', (text) => expect(isWeakSecret(text)).toBe(true))

  test('is whatever 32 random bytes give', () => {
    for (let i = 0; i < 2_000; i += 1) for (const kind of ['hex', 'base64', 'base64url'] as const) expect(isWeakSecret(randomBytes(32).toString(kind))).toBe(false)
  })

  test('can lie in a file', () => {
    const { SESSION_SECRET, ...rest } = complete()
    const path = join(folder, 'session-secret')
    writeFileSync(path, `${SESSION_SECRET}\n`)
    expect(sentences({ ...rest, SESSION_SECRET_FILE: path })).toEqual([])
    expect(sentences({ ...rest, SESSION_SECRET_FILE: `${path}.none` })).toEqual([expect.stringContaining('SESSION_SECRET_FILE')])
    expect(sentences({ ...rest, SESSION_SECRET, SESSION_SECRET_FILE: path })).toEqual([expect.stringContaining('leave one out')])
  })
})
