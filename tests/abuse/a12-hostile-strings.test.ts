import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { returnableNames } from '#app/kernel/case/returnable.ts'
import { openTasks } from '#app/kernel/case/case-state.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'
import { csvLine } from '#app/view/csv-line.ts'
import { samplePdf } from '#db/demo/paperwork.ts'
import { actor, begun, submitted } from '#tests/factories/environment.ts'
import { services } from '#tests/shared-records/files.ts'

import { launchBrowser } from '../journeys/chromium.ts'
import { startPortal, type TestPortal } from '../journeys/test-portal.ts'

import { Client } from './client.ts'
import { checkPage, inGroups, newTally, takeWrongs } from './hostile-strings/checked.ts'
import { tryEveryQuestion } from './hostile-strings/fields.ts'
import { lookAt } from './hostile-strings/look.ts'
import { asKept, controlStrings, hostileStrings, worst } from './hostile-strings/strings.ts'

let portal: TestPortal
let clerk: Client
let citizen: Client
let ref: string
let desk: Awaited<ReturnType<typeof returnForm>>
const tally = newTally()
/** Texts in one field of a desk's form. */
const EACH = 2

beforeAll(async () => {
  portal = await startPortal()
  clerk = await Client.signedIn(portal.url, 'staff-clerk')
  citizen = await Client.signedIn(portal.url, 'citizen-0000')
  ref = await submitted(portal.env, 'restaurant-opening', 'citizen-0000', ({ end }) => end === null)
  desk = await returnForm()
})
afterAll(() => portal.stop())

/** The form of a return, with room for as many texts as things can be asked for again. */
async function returnForm() {
  const state = (await portal.env.store.cases.loadByRef(ref))!
  const definition = portal.env.catalogue.services[state.service]!
  const [task] = openTasks(state)
  const node = taskNode(definition, task?.name ?? '')!
  const names = returnableNames(definition, state, node, { calendar: portal.env.catalogue.calendar, now: portal.clock.now })
  const at = { task: 'acceptance', round: '1', desk: 'market_regulation.clerk' }
  await clerk.post(`/desk/cases/${ref}`, { ...at, version: String(task?.version), intent: 'claim' })
  const fields = { ...at, version: String((task?.version ?? 0) + 1), outcome: 'return' }
  const path = `/desk/cases/${ref}/decide?${new URLSearchParams(fields)}`
  const send = (texts: readonly string[], intent: string) =>
    clerk.post(path, [...Object.entries(fields), ...names.flatMap((name, i) => [['items', name], [`reason-${name}`, 'incomplete'], [`text-${name}`, texts[i] ?? 'words']] as [string, string][]), ['note', texts[names.length] ?? 'words'], ['intent', intent]])
  return { send, room: names.length + 1 }
}

test('more than ten thousand texts go through the form of a desk, its preview and the letter in it, as what they are', async () => {
  const { send, room } = desk
  const harmless = lookAt(await (await send([], 'preview')).text())
  for (const group of inGroups(hostileStrings(), room * EACH)) {
    const texts = inGroups(group.map(({ text }) => text), EACH)
    const answer = await send(texts.map((some) => some.join(' ')), 'preview')
    if (answer.status !== 200) tally.wrongs.push(`preview: ${answer.status}`)
    checkPage(tally, 'reasons of a return', await answer.text(), harmless, texts.map((some) => some.join(' ')))
    for (const text of texts.flat()) tally.strings.add(text)
  }
  for (const { text } of controlStrings()) expect((await send([text], 'preview')).status, JSON.stringify(text)).toBe(422)
  expect(takeWrongs(tally)).toEqual([])
})

test('what a desk wrote stands in the case, the letter and the export of the applicant as it was written', async () => {
  const { send, room } = desk
  const texts = inGroups(worst().map(({ text }) => text), Math.ceil(worst().length / room)).map((some) => asKept(some.join(' ')))
  expect((await send(texts, 'confirm')).status).toBe(303)
  for (const path of [`/cases/${ref}/correct`]) {
    const page = await (await citizen.get(path)).text()
    for (const text of texts.slice(0, -1)) {
      expect(lookAt(page).text).toContain(text)
      expect(page).not.toContain(text)
    }
  }
  const exported = JSON.stringify(await (await citizen.post('/my-data/export.json', {})).json())
  for (const text of texts.slice(0, -1)) expect(exported).toContain(JSON.stringify(text).slice(1, -1))
})

test.each(Object.values(services).filter(({ byLink, audience }) => !byLink && audience === 'person').map(({ id }) => id))('every question of %s keeps a text as it was given, or says what is wrong with it', async (service) => {
  const who = await actor(portal.env, 'citizen-0001')
  const client = await Client.signedIn(portal.url, 'citizen-0001')
  await tryEveryQuestion(portal.env, who, client, await begun(portal.env, who, service), tally, 8)
  expect(takeWrongs(tally)).toEqual([])
})

/** In the title as well as in the field. */
const saysAs = (html: string, text: string): boolean => lookAt(html).values.has(text) && lookAt(html).text.includes(text)

const addressed: readonly (readonly [string, (text: string) => string])[] = [
  ['search', (text) => `/services?q=${encodeURIComponent(text)}`],
  ['filters of services', (text) => `/services?theme=${encodeURIComponent(text)}&for=${encodeURIComponent(text)}`],
  ['days of the access log', (text) => `/my-data/access?from-day=${encodeURIComponent(text)}&from-month=1&from-year=2026&department=${encodeURIComponent(text)}`],
  ['code of a certificate', (text) => `/verify/${encodeURIComponent(text)}`],
  ['return address', (text) => `/sign-in?returnTo=${encodeURIComponent(text)}`],
  ['cursor', (text) => `/cases?after=${encodeURIComponent(text)}`],
]

test.each(addressed)('%s of an address makes nothing of a page but what it says', async (field, address) => {
  const looks = new Map<string, string>()
  for (const text of ['words', 'x', '', '1', '你好', 'zzzz'.repeat(9), 'a b c']) {
    const answer = await citizen.get(address(text))
    const { shape } = lookAt(await answer.text())
    looks.set(shape, text)
  }
  const texts = [...worst(), ...controlStrings()].filter((_one, i) => field === 'search' || i % 3 === 0)
  for (const { text } of texts) {
    const answer = await citizen.get(address(text))
    expect(answer.status, `${field} ${text}`).toBeLessThan(500)
    const html = await answer.text()
    const { shape } = lookAt(html)
    tally.pages += 1
    tally.fields.add(field)
    if (!looks.has(shape) && field !== 'search') tally.wrongs.push(`${field}: another page for ${JSON.stringify(text)}`)
    if (/<[a-z/!]/i.test(text) && html.includes(text)) tally.wrongs.push(`${field}: has in its source ${JSON.stringify(text)}`)
    if (field === 'search' && !/[\u0000\r\n\t]/.test(text) && !saysAs(html, text.trim())) tally.wrongs.push(`${field}: does not show ${JSON.stringify(text)}`)
  }
  expect(takeWrongs(tally)).toEqual([])
})

test('names of mandates and of documents, and what a cookie says, are what they are', async () => {
  const grant = (name: string) => citizen.post('/mandates/new', { name, identity_number: name, scope: 'some', 'until-day': name, 'until-month': '1', 'until-year': '2026' })
  const harmless = lookAt(await (await grant('words')).text())
  for (const { text } of worst()) checkPage(tally, 'name of a mandate', await (await grant(text)).text(), harmless, [text])
  const person = await portal.env.store.people.find('citizen-0000')
  const draft = await citizen.begin('restaurant-opening', { for: `company:${person?.companies[0]?.code ?? ''}` })
  for (const { text } of worst()) {
    const form = new FormData()
    form.append('floor_plan', new File([samplePdf('x') as BlobPart], `${text}.pdf`))
    const sent = await citizen.post(`${draft}/floor_plan`, form)
    expect(sent.status).toBe(303)
    const page = await (await citizen.get(`${draft}/floor_plan`)).text()
    if (/<[a-z/!]/i.test(text) && page.includes(text)) tally.wrongs.push(`name of a document: ${JSON.stringify(text)}`)
    const cookie = await citizen.send('/help', { headers: { Cookie: `preferences=${encodeURIComponent(Buffer.from(JSON.stringify({ lang: text, theme: text, mode: text })).toString('base64'))}` } })
    expect(cookie.status).toBe(200)
    tally.pages += 2
  }
  tally.fields.add('name of a document').add('preferences')
  expect(takeWrongs(tally)).toEqual([])
})

test('no spreadsheet takes a text in a line of CSV for a formula, and every cell comes back whole', () => {
  for (const group of inGroups([...hostileStrings(), ...worst()].map(({ text }) => text), 20)) {
    const cells = readLine(csvLine(group))
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
    expect(cells.map((cell, i) => (cell === group[i] ? cell : cell.replace(/^'/, '')))).toEqual(group)
  }
})

/** The cells of one line, read again by RFC 4180. */
const readLine = (line: string): string[] => [...line.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) => (quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"')))

test('in a browser the worst of them run nothing, ask nothing and break no rule of the page', async () => {
  const browser: Browser = await launchBrowser()
  const said: string[] = []
  try {
    const context = await browser.newContext({ locale: 'en' })
    await context.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => console.error(`violation: ${event.violatedDirective}`)))
    const page = await context.newPage()
    page.on('dialog', (dialog) => void (said.push(`dialog: ${dialog.message()}`), dialog.dismiss()))
    page.on('console', (message) => void said.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => void said.push(`error: ${error.message}`))
    const visit = async (path: string) => {
      await page.goto(portal.url + path)
      expect(await page.evaluate(() => 'ran' in window), path).toBe(false)
    }
    for (const [person, paths] of [['staff-clerk', [`/desk/cases/${ref}`, '/desk']], ['citizen-0000', [`/cases/${ref}`, `/cases/${ref}/correct`, '/my-data/access']]] as const) {
      await page.goto(`${portal.url}/sign-in`)
      await page.locator(`input[name="person"][value="${person}"]`).check({ force: true })
      await page.locator('main form button').first().click()
      await page.waitForLoadState('load')
      for (const path of paths) await visit(path)
    }
    for (const { text } of [...worst(), ...hostileStrings().filter((_one, i) => i % 120 === 0)]) await visit(`/services?q=${encodeURIComponent(text.slice(0, 200))}`)
    expect(said).toEqual([])
  } finally {
    await browser.close()
  }
})

test('these were more than ten thousand texts, and nothing went wrong inside', () => {
  console.log(`${tally.strings.size} texts in ${tally.fields.size} fields, ${tally.pages} pages looked at; nothing came of any`)
  expect(tally.strings.size).toBeGreaterThan(10_000)
  expect(tally.fields.size).toBeGreaterThan(12)
  expect(portal.errors).toEqual([])
})
