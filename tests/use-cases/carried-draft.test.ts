import { beforeEach, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { Question } from '#app/kernel/definition/definition.ts'
import { acceptCarried } from '#app/use-cases/accept-carried.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

const SERVICE = 'driving-licence-renewal'
const reason: Question = { kind: 'question', name: 'reason', concept: 'remark', when: null, each: null, items: null, optional: false, seenBy: null, promisable: null, tolerable: false, type: { type: 'text', maxLength: 100 }, waiver: null }

let env: TestEnvironment
let driver: Actor
let draftId: string

/** The same city, in which the service has another version: phones are no longer asked, a reason is. */
function later(): TestEnvironment {
  const current = env.catalogue.services[SERVICE]!
  const { phone: _phone, ...data } = current.data
  const services = { ...env.catalogue.services, [SERVICE]: { ...current, version: 99, hash: 'later', data: { ...data, reason } } }
  return { ...env, catalogue: { ...env.catalogue, services } }
}

beforeEach(async () => {
  env = await openTestEnvironment()
  driver = await actor(env, 'citizen-0001')
  draftId = await begun(env, driver, SERVICE)
  await saveAnswer(env, driver, draftId, 'phone', { value: '13800000002' })
})

const changesIn = async (city: TestEnvironment) => {
  const changes = (await openDraft(city, driver, draftId))?.changes
  return changes && Object.fromEntries(Object.entries(changes).map(([sort, fields]) => [sort, fields.map(({ name }) => name)]))
}

test('a draft says what a new version changes until its applicant goes on, and keeps what they typed', async () => {
  expect(await changesIn(env)).toBeNull()
  const changed = { fresh: ['reason'], again: [], dropped: ['phone'], held: [] }
  expect(await changesIn(later())).toEqual(changed)
  await saveAnswer(later(), driver, draftId, 'delivery_address', { value: '1 New Street' })
  expect(await changesIn(later())).toEqual(changed)
  expect((await acceptCarried(later(), driver, draftId)).ok).toBe(true)
  expect(await changesIn(later())).toBeNull()
  const open = await openDraft(later(), driver, draftId)
  expect(open?.draft.answers).toMatchObject({ phone: { value: '13800000002', source: 'applicant' }, delivery_address: { value: '1 New Street' } })
  expect(open?.problems).toEqual([{ name: 'reason', code: 'missing' }])
})

test('nothing is handed in by a version the applicant has not seen', async () => {
  await saveAnswer(later(), driver, draftId, 'reason', { value: 'moved away' })
  expect(await submitApplication(later(), driver, draftId)).toMatchObject({ problem: { code: 'definition_changed' } })
  expect((await submitApplication(later(), driver, draftId)).ok).toBe(true)
})
