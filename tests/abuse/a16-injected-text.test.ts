import { afterAll, beforeAll, expect, test } from 'vitest'

import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { counter } from './counter.ts'
import { rawRequest } from './raw-request.ts'

export const ATTEMPTS = 190

const tried = counter()
let portal: TestPortal
let citizen: Client
beforeAll(async () => {
  portal = await startPortal()
  citizen = await Client.signedIn(portal.url, 'citizen-0003')
})
afterAll(() => portal.stop())

/** Where somebody may be led by an address of ours that says where to go next. */
const ELSEWHERE = [
  'https://elsewhere.example', '//elsewhere.example', '///elsewhere.example', '/\\elsewhere.example', '\\\\elsewhere.example', '/\t/elsewhere.example', '/\n/elsewhere.example', '\t//elsewhere.example', ' //elsewhere.example', '/%2f/elsewhere.example',
  'http:elsewhere.example', 'https:/elsewhere.example', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', '/.//elsewhere.example', '/..//elsewhere.example', '//elsewhere.example@host', '/@elsewhere.example:80//', '〱//elsewhere.example', '//elsewhere。example',
  '/ok\r\nSet-Cookie: a=b', '/ok\nLocation: https://elsewhere.example', '/ok%0d%0aSet-Cookie:%20a=b', '/ok\u0000', '/\u2028/elsewhere.example', '//[::1]/', '/ok#//elsewhere.example', '?//elsewhere.example',
]

/** Where a browser would go from here, and whether anything came in through the header. */
function expectHere(response: Pick<Response, 'headers'>, tried: string): void {
  const location = response.headers.get('Location') ?? '/'
  expect(new URL(location, portal.url).origin, `${tried} leads to ${location}`).toBe(portal.url)
  expect(location, tried).not.toMatch(/[\r\n\t\\]/)
  expect(response.headers.getSetCookie().filter((cookie) => cookie.startsWith('a=')), tried).toEqual([])
}

test('nobody is led to another site, and no header is written, by where to go next', async () => {
  for (const to of ELSEWHERE) {
    expectHere(await tried.of(citizen.post('/preferences', { lang: 'en', returnTo: to })), to)
    expectHere(await tried.of(new Client(portal.url).post('/sign-in', { person: 'citizen-0003', returnTo: to })), to)
    expectHere(await tried.of(citizen.get(`/verify?code=${encodeURIComponent(to)}`)), to)
    const page = await (await tried.of(citizen.get(`/sign-in?returnTo=${encodeURIComponent(to)}`))).text()
    for (const [, kept = ''] of page.matchAll(/name="returnTo" value="([^"]*)"/g)) expect(new URL(kept.replaceAll('&amp;', '&'), portal.url).origin, to).toBe(portal.url)
  }
})

test('a setting is one of those there are, in the cookie too', async () => {
  for (const value of ['en\r\nSet-Cookie: a=b', 'en; Domain=example', '__proto__', '../zh-CN', 'zh-CN/../../package', '%0d%0aa=b', 'x'.repeat(5000)]) for (const name of ['lang', 'mode', 'theme']) {
    const response = await tried.of(citizen.post('/preferences', { [name]: value, returnTo: '/' }))
    expect(response.status, value).toBeLessThan(500)
    for (const cookie of response.headers.getSetCookie()) expect(cookie, value).not.toMatch(/Domain=example|package|__proto__|x{100}/)
  }
})

/** What template languages, texts with slots, shells, mails and logs make something of. */
const TEMPLATES = [
  '{{constructor}}', '{{constructor.constructor("return 7*7")()}}', '{{7*7}}', '${7*7}', '#{7*7}', '<%= 7*7 %>', '{%raw%}', '{name}', '{{name}}', '{{- name}}', '$t(problems:not_found)', '$t(portal:title, {"x": 1})', '$(id)', '`id`', '[[7*7]]',
  'a\r\nBcc: victim@elsewhere.example', 'a%0d%0aBcc: x@y', 'a\nContent-Type: text/html', '\u001b[2Jcleared', 'a\u0000b', '%s%n%x', '#panic("x")', '\\input{/etc/passwd}', '=HYPERLINK("http://x")', '&lt;b&gt;', '"><b>x</b>', "'-alert(1)-'", '<!--#exec cmd="id"-->', '\ud800', '\u202eevil',
]

const visible = (page: string): string => page.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')

test('what is typed is shown again letter by letter, or not at all', async () => {
  for (const name of TEMPLATES) {
    const response = await tried.of(citizen.post('/mandates/new', { name, identity_number: '1', scope: 'all', 'until-year': '2026', 'until-month': '5', 'until-day': '1' }))
    expect(response.status, name).toBe(422)
    const page = await response.text()
    const [, shown = ''] = /id="name"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*id="name"/.exec(page)?.filter((part) => part !== undefined) ?? []
    expect(visible(shown).replaceAll(/[\r\n\u0000-\u001f\ufffd\ud800]/g, ''), name).toBe(name.normalize('NFC').trim().replaceAll(/[\r\n\u0000-\u001f\ufffd\ud800]/g, ''))
    expect(page.replaceAll(/value="[^"]*"/g, ''), name).not.toMatch(/\b49\b|There is no such|<b>x<\/b>/)
  }
})

test('an answer with such words goes into no header of a message, and into no log as lines of its own', async () => {
  const draft = await citizen.begin('disabled-parking-badge')
  const texts = Object.values(portal.env.catalogue.services['disabled-parking-badge']?.data ?? {}).filter(({ type }) => type.type === 'text' || type.type === 'phone')
  for (const { name } of texts.slice(0, 2)) for (const value of TEMPLATES) await tried.of(citizen.post(`${draft}/${name}`, { [name]: value }))
  for (const path of ['/a\u001b[2J', '/%0d%0aINFO%20granted', '/services/%7B%7Bconstructor%7D%7D', '/notices/$%7B7*7%7D', '/verify/%3Cb%3E']) {
    const answer = await tried.of(rawRequest(portal.url + encodeURI(path).replaceAll('%25', '%'), 'GET', { 'User-Agent': '{{7*7}}\u001b[2J'.replace('\u001b', ''), Referer: '${7*7}' }))
    expect(answer.status, path).toBe(404)
  }
  for (const line of portal.errors) expect(line.trimEnd()).not.toMatch(/[\r\n\u001b]/)
  expect(portal.errors).toEqual([])
})

test('all of this was tried', () => expect(tried.made >= ATTEMPTS, String(tried.made)).toBe(true))
