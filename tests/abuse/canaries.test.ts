import { readFileSync } from 'node:fs'

import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openTasks } from '#app/kernel/case/case-state.ts'
import { appealCase } from '#app/use-cases/appeal-case.ts'
import { closeAlert } from '#app/use-cases/security/close-alert.ts'
import { extendCase } from '#app/use-cases/extend-case.ts'
import { revokeCase } from '#app/use-cases/revoke-case.ts'
import { withdrawCase } from '#app/use-cases/withdraw-case.ts'
import type { StoredPerson } from '#db/store.ts'
import { services } from '#tests/shared-records/files.ts'
import { type Held, stateOf, withPartsOf } from '#tests/shared-records/office.ts'
import { whoIs } from '#tests/shared-records/world.ts'

import { applyAs, complain } from './canaries/applicants.ts'
import { type CanaryCity, openCanaryCity } from './canaries/canary-city.ts'
import { ask, crawl, routeAt, type Seen } from './canaries/crawl.ts'
import { casesFor, FEW, officials } from './canaries/lookers.ts'
import { citizenMayKnow, everybodyMayKnow, type Known, readCases, staffMayKnow } from './canaries/may-know.ts'
import { canariesIn } from './canaries/mint.ts'
import { liveThrough, takeOn } from './canaries/offices.ts'
import { Client } from './client.ts'

const STRANGER = 'citizen-0300'
const OBJECTOR = 'citizen-0301'
/** Lived to their ends; a child who is entered can be applied for. */
const LIVED = ['restaurant-opening', 'disabled-parking-badge', 'low-income-benefit', 'company-registration', 'birth-household-registration']
const offered = Object.values(services).filter(({ byLink }) => !byLink).map(({ id }) => id)

let city: CanaryCity
let open: string[]
let ended: string[]
let alert: string
const counts = { pages: 0, rightly: new Set<string>(), routes: new Set<string>(), wrongs: [] as string[] }

beforeAll(async () => {
  city = await openCanaryCity()
  ended = []
  for (const service of LIVED) {
    const ref = await applyAs(city, service)
    await liveThrough(city, ref, OBJECTOR)
    ended.push(ref)
  }
  await actBeside()
  open = []
  for (const service of offered.filter((id) => id !== 'birth-household-registration')) open.push(await applyAs(city, service, 5))
  open.push(...(await complain(city)))
  const parts = async (refs: string[]) => [...new Set((await Promise.all(refs.map((ref) => withPartsOf(city.world, ref)))).flat())]
  ended = await parts(ended)
  open = await parts(open)
}, 240_000)
afterAll(() => city.stop())

/** What desks and applicants do beside the flow, each with words of their own. */
async function actBeside(): Promise<void> {
  const { world, mint } = city
  const { store } = world
  const refused = await applyAs(city, 'restaurant-opening', 3)
  await liveThrough(city, refused, OBJECTOR, true)
  const withdrawn = await applyAs(city, 'restaurant-opening', 4)
  const extended = await applyAs(city, 'restaurant-opening', 6)
  const applicant = await whoIs(world, (await stateOf(world, refused)).applicant.person)
  const head = await whoIs(world, 'staff-head')
  const inspector = await whoIs(world, 'staff-food-inspector')
  alert = world.chance.id(world.now())
  await store.security.raise({ rule: 'denials', subject: 'staff-clerk', day: '2026-03-02', count: 10, first: 1, last: 2 }, alert, world.now())
  const done = [
    await appealCase(world, applicant, refused, mint.plant('grounds of an appeal')),
    await withdrawCase(world, applicant, withdrawn, mint.plant('why an application is withdrawn')),
    await extendCase(world, head, extended, { code: 'expert_opinion', text: mint.plant('why more time is given') }),
    await revokeCase(world, inspector, ended[0] ?? '', { code: 'false_statement', text: mint.plant('why a permit is taken back') }),
    await closeAlert(world, await whoIs(world, 'staff-security'), alert, mint.plant('what came of an alert')),
  ]
  expect(done.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
  ended.push(refused, withdrawn, extended)
}

/** The demonstration lets only some people be chosen; here everybody signs in, and is offered to nobody. */
async function signIn(person: StoredPerson): Promise<Client> {
  await city.world.store.people.put([{ ...person, demo: 'driver' }])
  const client = await Client.signedIn(city.url, person.id)
  await city.world.store.people.put([{ ...person, demo: null }])
  return client
}

/** Looks through one answer for what its reader may not know. */
const watcher = (role: string, may: ReadonlySet<string>) => ({ path, status, text }: Seen): void => {
  counts.pages += 1
  if (status >= 500) counts.wrongs.push(`${role} at ${path}: ${status}`)
  if (status === 200) counts.routes.add(routeAt(path) ?? path)
  for (const token of canariesIn(text)) {
    if (!city.mint.planted.has(token)) continue
    if (may.has(token)) counts.rightly.add(token)
    else counts.wrongs.push(`${role} at ${path}: ${city.mint.planted.get(token)}`)
  }
}

/** Addresses of every document and certificate, and of the alert. */
async function everyAddress(cases: readonly Known[]): Promise<string[]> {
  const files = cases.flatMap(({ state: { ref, answers } }) => Object.values(answers).flatMap(({ file }) => (file ? [`/files/${file.id}?case=${ref}`] : [])))
  const codes = (await Promise.all(cases.map(({ state }) => city.world.store.cases.certificatesOf(state.id)))).flat().map(({ code }) => code)
  return [...files, ...codes.flatMap((code) => [`/certificates/${code}.pdf`, `/renew/${code}`]), `/security/${alert}`]
}

const STAFF_STARTS = ['/', '/desk', '/board', '/steward', '/security', '/steward.csv', '/board/export.csv', '/my-sessions', '/services?q=ZQ']
const CITIZEN_STARTS = ['/', '/cases', '/my-data', '/my-data/access', '/my-data/access.csv', '/my-data/retention', '/my-data/erase', '/my-data/export', '/mandates', '/notices', '/my-sessions']
const NOBODY_STARTS = ['/', '/services', '/data', '/data.jsonld', '/data/dictionary', '/notices', '/metrics', '/healthz', '/readyz', '/sign-in', '/help', '/verify', '/no/such/page', '/services?q=ZQ', '/registers/health/records']

/** @param held nothing: applicants see no other pages then */
async function everybodyLooks(refs: readonly string[], held: ReadonlyMap<string, readonly Held[]>): Promise<void> {
  const cases = await readCases(city, refs, held)
  const others = await everyAddress(cases)
  const filesFor = ({ id }: StoredPerson) => (cases.some((one) => one.held.some(({ clerk }) => clerk.id === id)) ? others : [])
  const common = await everybodyMayKnow(city, cases)
  const look = async (role: string, client: Client, may: ReadonlySet<string>, starts: readonly string[], more: readonly string[]): Promise<void> => {
    const see = watcher(role, new Set([...may, ...common]))
    await crawl(client, starts, see)
    for (const path of more) see(await ask(client, path))
  }
  await look('nobody', new Client(city.url), new Set(), NOBODY_STARTS, [...others, ...refs.filter((_ref, i) => i % FEW === 0).flatMap((ref) => [`/cases/${ref}`, `/desk/cases/${ref}`])])
  for (const official of officials(city.staff, held)) await look(official.id, await signIn(official), staffMayKnow(city, cases, official), STAFF_STARTS, [...casesFor(official, cases), ...filesFor(official)])
  if (held.size === 0) return
  for (const id of new Set([...cases.map(({ state }) => state.applicant.person), STRANGER, OBJECTOR])) {
    const citizen = city.world.citizens.find((one) => one.id === id)!
    const client = await signIn(citizen)
    const may = await citizenMayKnow(city, cases, citizen)
    await look(id, client, may, [...CITIZEN_STARTS, ...cases.filter(({ state }) => state.applicant.person === id).map(({ state }) => `/cases/${state.ref}`)], [...refs.filter((_ref, i) => i % FEW === 0).map((ref) => `/cases/${ref}`), ...others])
    watcher(id, may)({ path: '/my-data/export.json', status: 200, text: await (await client.post('/my-data/export.json', {})).text() })
  }
}

test('while nobody works on a case, nobody at a desk learns what is in it', async () => {
  await everybodyLooks([...open, ...ended], new Map())
  expect(counts.wrongs).toEqual([])
})

test('who works on a case learns what its file lets their department see, and nobody else more than before', async () => {
  const held = await takeOn(city, [...open, ...ended])
  expect([...held.values()].flat().length).toBeGreaterThan(15)
  expect((await Promise.all(open.map((ref) => stateOf(city.world, ref)))).flatMap(openTasks).length).toBeGreaterThan(10)
  await everybodyLooks([...open, ...ended], held)
  expect(counts.wrongs).toEqual([])
})

test('what goes wrong while a case is open tells nobody what is in it', async () => {
  const { world } = city
  const broken = await Promise.all(['staff-food', 'staff-clerk'].map((id) => signIn(city.staff.find((one) => one.id === id)!)))
  const { append } = world.store.access
  world.store.access.append = (entries) => Promise.reject(new Error(`log full at ${entries[0]?.id}`))
  try {
    const answers = await Promise.all(broken.flatMap((client) => open.map((ref) => ask(client, `/desk/cases/${ref}`))))
    expect(answers.some(({ status }) => status === 500)).toBe(true)
    for (const { status, text } of answers) if (status === 500) expect(canariesIn(text).filter((token) => !city.mint.planted.get(token)?.startsWith('name of staff'))).toEqual([])
  } finally {
    world.store.access.append = append
  }
})

/** What docs/privacy.md says stands in the open: names of officials, who act in public, companies, numbers of certificates; and what a security officer notes on an alert. */
const OPEN = /^name of staff|^company |\.certificate_number of |^what came of an alert$/

const personalIn = (text: string): string[] => canariesIn(text).flatMap((token) => city.mint.planted.get(token) ?? []).filter((what) => !OPEN.test(what))

test('the log, the messages, the database and its backup hold no canary', async () => {
  const { world, database, log } = city
  const lines = log.join('\n')
  expect(log.length).toBeGreaterThan(0)
  expect(canariesIn(lines).map((token) => city.mint.planted.get(token))).toEqual([])
  const messages = await world.store.outbox.lease(world.now(), 1000, 10_000)
  expect(messages.length).toBeGreaterThan(20)
  expect(canariesIn(JSON.stringify(messages))).toEqual([])
  const copy = `${database}.copy`
  const reader = new Database(database, { readonly: true })
  await reader.backup(copy)
  reader.close()
  const subjects = world.citizens.flatMap(({ subject }) => subject ?? [])
  for (const path of [database, `${database}-wal`, copy]) {
    const bytes = readFileSync(path).toString('latin1')
    expect(personalIn(bytes), path).toEqual([])
    expect(subjects.filter((subject) => bytes.includes(subject)), path).toEqual([])
  }
})

test('these were enough pages, canaries, and rightful looks for this to say something', () => {
  console.log(`${counts.pages} answers at ${counts.routes.size} kinds of page, ${city.mint.planted.size} canaries planted, ${counts.rightly.size} of them seen by those who may; 0 by anybody else`)
  expect(counts.pages).toBeGreaterThan(500)
  expect(city.mint.planted.size).toBeGreaterThan(200)
  expect(counts.rightly.size).toBeGreaterThan(50)
})
