import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { Answers } from '#app/kernel/case/answer.ts'
import { agreeToSource, agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { openDraft, type OpenDraft } from '#app/use-cases/open-draft.ts'
import { runAwaits } from '#app/use-cases/run-awaits.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'
import type { StoredPerson } from '#db/store.ts'
import type { Behaviour } from '#tests/factories/fault-register.ts'
import { fillIn } from '#tests/shared-records/fill-in.ts'
import { whoIs } from '#tests/shared-records/world.ts'

import { type FaultyCity, openFaultyCity } from './faulty-city.ts'

const RENEWAL = 'driving-licence-renewal'
const HOUR = 3_600_000

let city: FaultyCity
let driver: StoredPerson
let actor: Actor

beforeEach(async () => {
  city = await openFaultyCity('traffic', 'population', 'health')
  driver = city.world.citizens.find(({ demo }) => demo === 'driver')!
  actor = await whoIs(city.world, driver.id)
})
afterEach(async () => {
  vi.useRealTimers()
  await city.close()
})

async function begin(who = actor): Promise<string> {
  const started = await startApplication(city.world, who, RENEWAL, { company: null, mandate: null })
  if (!started.ok) throw new Error(JSON.stringify(started))
  return started.draftId
}

async function opened(draftId: string): Promise<OpenDraft> {
  const open = await openDraft(city.world, actor, draftId)
  if (!open) throw new Error('no draft')
  return open
}

const caseOf = async (ref: string) => (await city.world.store.cases.loadByRef(ref))!

/** Typed dates lie in the past, so that a licence typed by hand can be renewed too. */
const typeTheRest = (draftId: string) => fillIn(city.world, actor, draftId, new Dice(1), '2026-01-15')

const from = (answers: Answers, register: string): Answers => Object.fromEntries(Object.entries(answers).filter(([, { envelope }]) => envelope?.register === register))

const faults: [what: string, how: Behaviour | 'down', standing: 'no_answer' | 'wrong_answer'][] = [
  ['stalled', 'stalled', 'no_answer'],
  ['slow', { slow: 3_000 }, 'no_answer'],
  ['dripping', 'trickling', 'no_answer'],
  ['down', 'down', 'no_answer'],
  ['failing with 500', 'error', 'no_answer'],
  ['lying about the person', 'other_person', 'wrong_answer'],
  ['telling of somebody else besides', 'extra_subject', 'wrong_answer'],
  ['giving values of another type', 'wrong_type', 'wrong_answer'],
  ['answered for by somebody else', 'wrong_signature', 'wrong_answer'],
]

const misbehave = async (id: string, how: Behaviour | 'down'): Promise<void> => {
  if (how === 'down') await city.register(id).down()
  else city.register(id).behaviour = how
}

describe.each(['traffic', 'population'])('with the register %s', (id) => {
  test.each(faults)('%s, a draft opens, the others fill it in, the rest is asked, and it can be handed in', async (_what, how, standing) => {
    const well = await begin()
    await agreeToSources(city.world, actor, well, [])
    const before = (await opened(well)).draft.answers
    await misbehave(id, how)
    const draftId = await begin()
    expect(await agreeToSources(city.world, actor, draftId, [])).toMatchObject({ ok: true })
    const { draft, fields } = await opened(draftId)
    expect(draft.sources).toEqual({ traffic: 'read', population: 'read', health: 'read', [id]: standing })
    const lost = Object.keys(from(before, id))
    expect(lost.length).toBeGreaterThan(3)
    // What it gave is nowhere; what the others hold is all there.
    expect(draft.answers).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => !lost.includes(name))))
    expect(Object.values(draft.options).flat().filter(({ register }) => register === id)).toEqual([])
    expect(fields.filter(({ field }) => lost.includes(field.name)).map(({ asked, state }) => [asked, state])).toEqual(lost.map(() => [true, 'todo']))
    expect(await typeTheRest(draftId)).toBe(true)
    const submitted = await submitApplication(city.world, actor, draftId)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
    const { answers, sources } = await caseOf(submitted.ref)
    expect(sources).toMatchObject({ [id]: standing })
    expect(from(answers, id)).toEqual({})
    for (const name of lost) expect(answers[name], name).toMatchObject({ source: 'applicant', envelope: null })
  })
})

describe('when a register is back after an hour', () => {
  test('it fills in what is open; what was typed stays, with its value beside; what is the same becomes a record', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    await city.register('traffic').down()
    const draftId = await begin()
    await agreeToSources(city.world, actor, draftId, [])
    const { data } = city.held('traffic', 'offences', driver)
    const points = Number(data.points)
    const typed = points === 3 ? 4 : 3
    for (const [name, value] of [['penalty_points', typed], ['unpaid_offences', data.unpaid ?? 0]] as const) expect(await saveAnswer(city.world, actor, draftId, name, { value })).toMatchObject({ ok: true })
    // Until it is given up for a while.
    for (let i = 0; i < 4; i += 1) expect((await agreeToSource(city.world, actor, draftId, 'traffic'))).toMatchObject({ ok: true, draft: { sources: { traffic: 'no_answer' } } })
    await city.register('traffic').up()
    const { requests } = city.register('traffic')
    await agreeToSource(city.world, actor, draftId, 'traffic')
    expect(city.register('traffic').requests).toBe(requests)
    vi.setSystemTime(Date.now() + HOUR)
    expect(await agreeToSource(city.world, actor, draftId, 'traffic')).toMatchObject({ ok: true, draft: { sources: { traffic: 'read' } } })
    const { draft, problems } = await opened(draftId)
    expect(problems).toEqual([])
    expect(draft.answers).toMatchObject({ licence_class: { source: 'record', envelope: { register: 'traffic' } }, fines_due: { source: 'record' }, penalty_points: { value: typed, source: 'applicant' } })

    expect(await submitApplication(city.world, actor, draftId)).toMatchObject({ ok: false, problem: { code: 'records_changed', names: ['penalty_points'] } })
    const beside = { value: typed, source: 'applicant', envelope: { register: 'traffic', value: points }, differs: { because: 'typed_first' } }
    expect((await opened(draftId)).draft.answers).toMatchObject({ penalty_points: beside, unpaid_offences: { source: 'record', value: data.unpaid } })
    const submitted = await submitApplication(city.world, actor, draftId)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
    expect((await caseOf(submitted.ref)).answers).toMatchObject({ penalty_points: beside, unpaid_offences: { source: 'record' } })
  })
})

describe('a register that falls silent between the draft and its submission', () => {
  test.each(faults)('%s: the values of then stay, and the desk is told that nobody confirmed them', async (_what, how) => {
    const draftId = await begin()
    await agreeToSources(city.world, actor, draftId, [])
    const before = (await opened(draftId)).draft.answers
    await misbehave('traffic', how)
    const submitted = await submitApplication(city.world, actor, draftId)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
    const { answers } = await caseOf(submitted.ref)
    for (const [name, { envelope, unconfirmed, value, source }] of Object.entries(answers)) {
      expect([source, value, unconfirmed], name).toEqual([before[name]?.source, before[name]?.value, envelope?.register === 'traffic' ? true : undefined])
    }
    expect(Object.keys(from(answers, 'traffic')).length).toBe(7)
  })
})

describe('a case that waits for a record', () => {
  test.each(faults)('is not lost while the register is %s, and goes on when it is back', async (_what, how) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const exam = city.held('health', 'driver_exam', driver)
    Object.assign(exam, { standing: 'revoked' })
    const draftId = await begin()
    await agreeToSources(city.world, actor, draftId, [])
    const submitted = await submitApplication(city.world, actor, draftId)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
    Object.assign(exam, { standing: 'valid', asOf: '2026-03-02', data: { ...exam.data, result: 'fit' } })
    const state = async () => {
      const { end, answers, waits } = await caseOf(submitted.ref)
      return [end, answers.medical_result?.value ?? null, waits.medical_exam?.closedAt === null]
    }
    await misbehave('health', how)
    for (let i = 0; i < 3; i += 1) {
      expect(await runAwaits(city.world)).toEqual({ found: 0, failures: [] })
      expect(await state()).toEqual([null, null, true])
      city.world.clock.now += 16 * 60_000
    }
    if (how === 'down') await city.register('health').up()
    city.register('health').behaviour = 'well'
    vi.setSystemTime(Date.now() + HOUR)
    city.world.clock.now += HOUR
    expect(await runAwaits(city.world)).toEqual({ found: 1, failures: [] })
    expect(await state()).toEqual([null, 'fit', false])
  })
})
