import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { openDraft, type OpenDraft } from '#app/use-cases/open-draft.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import type { AccessEntry, StoredPerson } from '#db/store.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

let env: TestEnvironment
let driver: Actor
let person: StoredPerson
let read: { drafts: number; people: number; records: number; appends: AccessEntry[][] }

/** An environment that counts what is read of its store, and keeps what is written into the log. */
beforeEach(async () => {
  env = await openTestEnvironment()
  driver = await actor(env, 'citizen-0001')
  person = (await env.store.people.find('citizen-0001'))!
  const { drafts, people, records, access } = env.store
  read = { drafts: 0, people: 0, records: 0, appends: [] }
  drafts.load = ((load) => (id) => ((read.drafts += 1), load(id)))(drafts.load)
  people.find = ((find) => (id) => ((read.people += 1), find(id)))(people.find)
  records.read = ((one) => (lookups) => ((read.records += 1), one(lookups)))(records.read)
  access.append = ((append) => (entries, counts) => (read.appends.push([...entries]), append(entries, counts)))(access.append)
})

const opened = async (who = driver): Promise<OpenDraft> => (await openDraft(env, who, await begun(env, who, 'driving-licence-renewal')))!
const registersOf = (entries: readonly AccessEntry[]): string[] => entries.map(({ register }) => register ?? '').sort()

describe('a draft that is open already', () => {
  test('is handed in without another look at it, at its applicant, or twice at the store', async () => {
    const open = await opened()
    read = { ...read, drafts: 0, people: 0, records: 0, appends: [] }
    expect(await submitApplication(env, driver, open, { person })).toMatchObject({ ok: true })
    expect([read.drafts, read.records, read.appends.length]).toEqual([0, 1, 1])
    // the commit asks whose number it leaves something under
    expect(read.people).toBeLessThanOrEqual(1)
    expect(registersOf(read.appends[0]!)).toEqual(['health', 'population', 'traffic'])
  })

  test('is nobody else’s for being open', async () => {
    const open = await opened()
    const other = await actor(env, 'citizen-0002')
    expect(await submitApplication(env, other, open)).toMatchObject({ problem: { code: 'not_found' } })
    expect(await saveAnswer(env, other, open, 'phone', { value: '13800000000' })).toMatchObject({ problem: { code: 'not_found' } })
    expect(await agreeToSources(env, other, open, [])).toMatchObject({ problem: { code: 'not_found' } })
    expect(await submitApplication(env, driver, open)).toMatchObject({ ok: true })
  })

  test('keeps what another window has saved meanwhile, and is too late for one handed in', async () => {
    const open = await opened()
    await saveAnswer(env, driver, open.draft.id, 'delivery_address', { value: '清河市文昌街1号' })
    expect(await saveAnswer(env, driver, open, 'phone', { value: '13800000001' })).toMatchObject({ ok: true })
    const answers = (await openDraft(env, driver, open.draft.id))?.draft.answers
    expect([answers?.phone?.value, answers?.delivery_address?.value]).toEqual(['13800000001', '清河市文昌街1号'])
    const first = await submitApplication(env, driver, open.draft.id)
    expect(await saveAnswer(env, driver, open, 'phone', { value: '13800000002' })).toMatchObject({ problem: { code: 'too_late' } })
    expect(first).toMatchObject({ ok: true })
    expect(await submitApplication(env, driver, open)).toEqual(first)
  })
})

test('whoever else was read already is not taken for the applicant', async () => {
  const other = (await env.store.people.find('citizen-0002'))!
  const open = await opened()
  read.appends = []
  expect(await submitApplication(env, driver, open, { person: other })).toMatchObject({ ok: true })
  expect(new Set(read.appends.flat().map(({ subject }) => subject))).toEqual(new Set([person.subject]))
})

test('a register that answers later delays no entry of another: it has its own', async () => {
  const { registers } = env
  let answer = (): void => undefined
  const late = new Promise<void>((resolve) => (answer = resolve))
  env.registers = (register) => (register === 'traffic' ? { read: async (request, signal) => late.then(() => registers(register).read(request, signal)) } : registers(register))
  const started = await startApplication(env, driver, 'driving-licence-renewal', { company: null, mandate: null })
  const agreeing = started.ok ? agreeToSources(env, driver, started.draftId, []) : null
  await new Promise(setImmediate)
  expect(read.appends.map(registersOf)).toEqual([['health', 'population']])
  answer()
  expect(await agreeing).toMatchObject({ ok: true })
  expect(read.appends.map(registersOf)).toEqual([['health', 'population'], ['traffic']])
})
