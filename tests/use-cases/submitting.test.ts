import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

let env: TestEnvironment
let driver: Actor
let draftId: string

beforeEach(async () => {
  env = await openTestEnvironment()
  driver = await actor(env, 'citizen-0001')
  draftId = await begun(env, driver, 'driving-licence-renewal')
})

const offences = async (data: Record<string, number>) => {
  const subject = (await env.store.people.find('citizen-0001'))?.subject ?? ''
  await env.store.records.put([{ register: 'traffic', entity: 'offences', subject, key: '1', data, asOf: '2026-03-02', validUntil: null, standing: 'valid' }])
}

describe('an application', () => {
  test('is filled in from the registers, each value with its source and date', async () => {
    const open = await openDraft(env, driver, draftId)
    expect(open?.problems).toEqual([])
    expect(open?.fields.every((one) => one.answer?.envelope)).toBe(true)
    expect(open?.fields.map((one) => one.field.name)).toContain('licence_valid_until')
  })

  test('becomes one case with one ref, however often and however at once it is submitted', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => submitApplication(env, driver, draftId)))
    const refs = new Set(all.map((one) => (one.ok ? one.ref : one.problem.code)))
    expect(refs.size).toBe(1)
    const again = await submitApplication(env, driver, draftId)
    expect(again.ok && refs.has(again.ref)).toBe(true)
    const cases = await env.store.cases.listOf({ person: driver.id, subjects: [] }, { limit: 50 })
    expect(cases.rows).toHaveLength(1)
  })

  test('takes along what is saved in it while registers are read', async () => {
    const reading = { ...env, registers: (register: string) => savingFirst(env.registers(register)) }
    let saved = false
    function savingFirst(source: ReturnType<typeof env.registers>): typeof source {
      return {
        read: async (...asked) => {
          if (!saved) {
            saved = true
            await saveAnswer(env, driver, draftId, 'phone', { value: '13811112222' })
          }
          return source.read(...asked)
        },
      }
    }
    const submitted = await submitApplication(reading, driver, draftId)
    const state = submitted.ok ? await env.store.cases.loadByRef(submitted.ref) : null
    expect(state?.answers.phone?.value).toBe('13811112222')
  })

  test('shows what a register says anew before it is taken', async () => {
    const today = (await openDraft(env, driver, draftId))?.draft.answers.penalty_points?.value
    await offences({ points: 11, unpaid: 0, fines_due: 0 })
    expect(today).not.toBe(11)
    const first = await submitApplication(env, driver, draftId)
    expect(first).toMatchObject({ ok: false, problem: { code: 'records_changed', names: ['penalty_points'] } })
    expect((await submitApplication(env, driver, draftId)).ok).toBe(true)
  })

  test('is refused with the rule and its values, and goes on when the record is mended', async () => {
    await offences({ points: 12, unpaid: 0, fines_due: 0 })
    await refreshDraft(env, driver, draftId)
    expect((await openDraft(env, driver, draftId))?.unmet).toMatchObject([{ reason: 'too_many_points', names: ['penalty_points'] }])
    expect(await submitApplication(env, driver, draftId)).toMatchObject({ problem: { code: 'requirement', reason: 'too_many_points' } })
    await offences({ points: 0, unpaid: 0, fines_due: 0 })
    await refreshDraft(env, driver, draftId)
    expect((await submitApplication(env, driver, draftId)).ok).toBe(true)
  })

  test('keeps the applicant’s edit and the register’s value beside it', async () => {
    await saveAnswer(env, driver, draftId, 'phone', { value: '13800000000' })
    const edited = (await openDraft(env, driver, draftId))?.draft.answers.phone
    expect(edited).toMatchObject({ value: '13800000000', source: 'applicant', envelope: { register: 'population' } })
    await refreshDraft(env, driver, draftId)
    expect((await openDraft(env, driver, draftId))?.draft.answers.phone?.value).toBe('13800000000')
    await saveAnswer(env, driver, draftId, 'phone', { value: edited?.envelope?.value ?? null })
    expect((await openDraft(env, driver, draftId))?.draft.answers.phone?.source).toBe('record')
  })

  test('can be filled in from two windows: both answers count', async () => {
    await Promise.all([saveAnswer(env, driver, draftId, 'phone', { value: '13800000001' }), saveAnswer(env, driver, draftId, 'delivery_address', { value: '清河市文昌街1号' })])
    const answers = (await openDraft(env, driver, draftId))?.draft.answers
    expect([answers?.phone?.value, answers?.delivery_address?.value]).toEqual(['13800000001', '清河市文昌街1号'])
  })

  test('belongs to who began it', async () => {
    const other = await actor(env, 'citizen-0002')
    expect(await openDraft(env, other, draftId)).toBeNull()
    expect(await saveAnswer(env, other, draftId, 'phone', { value: '13800000000' })).toMatchObject({ problem: { code: 'not_found' } })
    expect(await submitApplication(env, other, draftId)).toMatchObject({ problem: { code: 'not_found' } })
  })

  test('for a company is only for those who act for it', async () => {
    const owner = await env.store.people.find('citizen-0000')
    const started = await startApplication(env, driver, 'restaurant-opening', { company: owner?.companies[0]?.code ?? null, mandate: null })
    expect(started).toMatchObject({ problem: { code: 'not_permitted' } })
    expect(await startApplication(env, driver, 'restaurant-opening', { company: null, mandate: null })).toMatchObject({ problem: { code: 'not_permitted' } })
    expect(await startApplication(env, driver, 'constructor', { company: null, mandate: null })).toMatchObject({ problem: { code: 'not_found' } })
  })

  test('carries its answers to a new version of the service, and asks the applicant to look again', async () => {
    await saveAnswer(env, driver, draftId, 'phone', { value: '13800000002' })
    const current = env.catalogue.services['driving-licence-renewal']!
    const services = { ...env.catalogue.services, 'driving-licence-renewal': { ...current, version: 2, hash: 'another' } }
    const later = { ...env, catalogue: { ...env.catalogue, services } }
    expect(await submitApplication(later, driver, draftId)).toMatchObject({ problem: { code: 'definition_changed' } })
    expect((await submitApplication(later, driver, draftId)).ok).toBe(true)
  })
})
