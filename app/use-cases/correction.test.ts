import { beforeEach, expect, it } from 'vitest'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { openReturn, openTasks } from '#app/kernel/case/case-state.ts'
import { builtInRegister } from '#app/registers/built-in-register.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import { at, buildDefinition, plainCalendar, trialSurroundings } from '#tests/factories/definition.ts'
import { asksFor, citizen, staff, stranger, trialAnswers } from '#tests/factories/play.ts'

import { claimTask, decideTask } from './answer-task.ts'
import { makeChance } from './chance.ts'
import { decideAndCommit } from './decide-and-commit.ts'
import type { Environment } from './environment.ts'
import { listMyCases } from './list-my-cases.ts'
import { openCorrection, type OpenCorrection } from './open-correction.ts'
import { saveCorrection, saveCorrectionUpload } from './save-correction.ts'
import { submitCorrection } from './submit-correction.ts'

const PNG = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'))

const definition = buildDefinition({
  data: {
    name: { from: 'people.person.name' },
    debt: { from: 'people.person.debt' },
    verdict: { from: 'people.person.verdict', optional: true },
    kind: { ask: 'choice', of: ['small', 'large'] },
    size: { ask: 'integer', range: [1, 500], when: 'kind = "large"' },
    plan: { ask: 'file', accept: ['pdf', 'png'], seen_by: ['lead', 'fire'] },
    danger: { set_by: 'fire_review', ask: 'choice', of: ['low', 'high'] },
  },
  flow: [
    {
      stage: 'examine',
      returns: { to: 'applicant', merge: true, max: 1, within: '10wd', clock: 'stopped', else: 'lapsed' },
      do: [
        { task: 'acceptance', by: 'lead.clerk', within: '1wd', outcomes: ['accept', 'return'], reasons: { return: ['incomplete'] } },
        { task: 'fire_review', by: 'fire.reviewer', within: '4wd', sets: ['danger'], outcomes: ['ok', 'return'], reasons: { return: ['unreadable'] } },
      ],
    },
    { task: 'decision', by: 'lead.head', not_by: ['acceptance'], within: '1wd', outcomes: ['approve'] },
    { end: 'granted' },
  ],
})

let env: Environment
let now: number

/** A case that a clerk may ask something about. */
beforeEach(async () => {
  now = at('2026-03-02')
  const { size: _, ...small } = trialAnswers
  // Trusted: these use cases look at no more of the catalogue than this.
  const catalogue = { ...trialSurroundings, calendar: plainCalendar, services: { trial: definition }, definitions: { [definition.hash]: definition } } as unknown as Catalogue
  const store = openMemoryStore()
  env = { store, catalogue, registers: () => builtInRegister(store.records), now: () => now, chance: makeChance() }
  const applicant = { person: 'p1', name: 'Li Na', company: null, companyName: null }
  const answers = { ...small, kind: { ...trialAnswers.kind!, value: 'small' } }
  await decideAndCommit(env, citizen, null, { type: 'submit', caseId: 'c1', ref: 'R1', applicant, answers }, { draft: null, idempotencyKey: null }, env.catalogue.services['trial'])
})

const ask = async (name: string) => expect(await returnFor(name)).toBe(true)

async function returnFor(name: string): Promise<boolean> {
  const clerk = staff('s1', 'lead.clerk')
  const task = async () => ({ task: 'acceptance', round: 1, desk: 'lead.clerk', version: openTasks((await env.store.cases.load('c1'))!)[0]!.version })
  await claimTask(env, clerk, 'R1', await task())
  const decided = await decideTask(env, clerk, 'R1', await task(), { outcome: 'return', reasons: [], note: '', sets: {}, ...asksFor(name, 'incomplete') })
  return decided.ok
}

const open = async (actor: Actor = citizen): Promise<OpenCorrection> => {
  const found = await openCorrection(env, actor, 'R1')
  if (found === null || found === 'not_open') throw new Error(String(found))
  return found
}
const names = (correction: OpenCorrection) => correction.fields.map((one) => one.field.name)

it('asks for what was named and nothing else', async () => {
  await ask('kind')
  const correction = await open()
  expect(names(correction)).toEqual(['kind'])
  expect(correction).toMatchObject({ ready: false, late: false, draft: null, fields: [{ before: { value: 'small' }, answer: null, items: [{ reason: { code: 'incomplete' } }] }] })
  expect(await saveCorrection(env, citizen, 'R1', 'name', { value: 'Wang' })).toMatchObject({ problem: { code: 'not_found' } })
})

it('is nobody else’s', async () => {
  await ask('kind')
  expect(await openCorrection(env, stranger, 'R1')).toBe(null)
  expect(await saveCorrection(env, stranger, 'R1', 'kind', { value: 'large' })).toMatchObject({ problem: { code: 'not_found' } })
  expect(await submitCorrection(env, stranger, 'R1')).toMatchObject({ problem: { code: 'not_found' } })
})

it('keeps answers until all are sent, and lists no draft for them', async () => {
  await ask('kind')
  await saveCorrection(env, citizen, 'R1', 'kind', { value: 'small' })
  expect(await open()).toMatchObject({ ready: true, fields: [{ answer: { value: 'small' }, done: true }] })
  expect((await listMyCases(env, citizen, {}))?.drafts).toEqual([])
  expect((await listMyCases(env, citizen, {}))?.cases.rows).toMatchObject([{ asks: 'correct' }])
  expect((await env.store.cases.load('c1'))?.answers.kind?.value).toBe('small')
})

it('asks for what a new answer makes necessary, and sends all of it once', async () => {
  await ask('kind')
  await saveCorrection(env, citizen, 'R1', 'kind', { value: 'large' })
  expect(names(await open())).toEqual(['kind', 'size'])
  expect(await submitCorrection(env, citizen, 'R1')).toMatchObject({ problem: { code: 'invalid', fields: [{ name: 'size', code: 'missing' }] } })
  await saveCorrection(env, citizen, 'R1', 'size', { value: 40 })
  const { draft } = await open()
  expect(await submitCorrection(env, citizen, 'R1')).toEqual({ ok: true })
  const state = (await env.store.cases.load('c1'))!
  expect([state.answers.kind?.value, state.answers.size?.value, openReturn(state)]).toEqual(['large', 40, null])
  expect(await env.store.drafts.load(draft!.id)).toBe(null)
  expect(await submitCorrection(env, citizen, 'R1')).toMatchObject({ problem: { code: 'not_open' } })
})

it('drops an answer that another has made needless', async () => {
  await ask('kind')
  await saveCorrection(env, citizen, 'R1', 'kind', { value: 'large' })
  await saveCorrection(env, citizen, 'R1', 'size', { value: 40 })
  await saveCorrection(env, citizen, 'R1', 'kind', { value: 'small' })
  expect(await submitCorrection(env, citizen, 'R1')).toEqual({ ok: true })
  expect((await env.store.cases.load('c1'))?.answers.size).toBeUndefined()
})

it('refuses what is wrong and keeps nothing of it', async () => {
  await ask('kind')
  expect(await saveCorrection(env, citizen, 'R1', 'kind', { value: 'huge' })).toMatchObject({ problem: { code: 'invalid', fields: [{ name: 'kind', code: 'not_a_choice' }] } })
  expect(await saveCorrection(env, citizen, 'R1', 'kind', { value: null })).toMatchObject({ problem: { fields: [{ code: 'missing' }] } })
  expect((await open()).draft).toBe(null)
})

it('lets two windows begin at once', async () => {
  await ask('kind')
  const saved = await Promise.all(['small', 'large'].map((value) => saveCorrection(env, citizen, 'R1', 'kind', { value })))
  expect(saved.map((one) => one.ok)).toEqual([true, true])
})

it('takes nothing after the last day', async () => {
  await ask('kind')
  await saveCorrection(env, citizen, 'R1', 'kind', { value: 'large' })
  now = at('2026-03-17')
  expect((await open()).late).toBe(true)
  expect(await saveCorrection(env, citizen, 'R1', 'size', { value: 40 })).toMatchObject({ problem: { code: 'too_late' } })
  expect(await submitCorrection(env, citizen, 'R1')).toMatchObject({ problem: { code: 'too_late' } })
})

it('refuses a file where none is asked for', async () => {
  await ask('kind')
  expect(await saveCorrectionUpload(env, citizen, 'R1', 'plan', { name: 'plan.png', content: PNG })).toMatchObject({ problem: { code: 'not_found' } })
})

it('takes a file by what it is, not by its name', async () => {
  await ask('plan')
  const text = new TextEncoder().encode('hello')
  expect(await saveCorrectionUpload(env, citizen, 'R1', 'plan', { name: 'plan.pdf', content: text })).toMatchObject({ problem: { fields: [{ name: 'plan', code: 'wrong_file_type' }] } })
  expect(await saveCorrectionUpload(env, citizen, 'R1', 'plan', { name: 'plan.png', content: PNG })).toMatchObject({ ok: true })
  const { fields } = await open()
  expect(fields).toMatchObject([{ done: true, answer: { file: { name: 'plan.png', mediaType: 'image/png' } } }])
  expect(await env.store.files.content(String(fields[0]?.answer?.value))).not.toBe(null)
})
