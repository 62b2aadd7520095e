import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { available } from '#app/kernel/case/available.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { samplePdf } from '#db/demo/paperwork.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

import { openDraft } from './open-draft.ts'
import { promiseAnswer } from './promise-answer.ts'
import { saveAnswer } from './save-answer.ts'
import { submitApplication } from './submit-application.ts'
import { supplyMaterial, supplyUpload } from './supply-material.ts'

let env: TestEnvironment
let citizen: Actor
let draft: string

/** A pensioner without a card of the household: both a promise and a later delivery are open to them. */
beforeEach(async () => {
  env = await openTestEnvironment()
  const person = buildCity(new Dice(1), '2026-03-02').newcomers.find((one) => one.demo === 'pensioner')!
  await env.store.people.put([person])
  const [pension] = await env.store.records.read([{ register: 'social_insurance', entity: 'pension', subject: person.subject! }])
  await env.store.records.put([{ ...pension!, data: { ...pension!.data, records_agree: false } }])
  citizen = await actor(env, person.id)
  draft = await begun(env, citizen, 'retirement')
  for (const [name, value] of [['claims_early_service', false], ['wants_fund', false], ['claims_one_child', true]] as const) await saveAnswer(env, citizen, draft, name, { value })
})

const todo = async () => (await openDraft(env, citizen, draft))?.fields.filter((one) => one.state === 'todo').map((one) => one.field.name)
const promise = (name: string) => promiseAnswer(env, citizen, draft, name)

async function submitted(): Promise<string> {
  await promise('one_child_proof')
  await promise('household_book')
  const done = await submitApplication(env, citizen, draft)
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
  return done.ref
}

test('a word in place of a proof answers the question, until the proof comes', async () => {
  expect(await todo()).toEqual(['one_child_proof', 'household_book'])
  expect(await promise('one_child_proof')).toMatchObject({ ok: true, draft: { answers: { one_child_proof: { source: 'promised', value: null, file: null } } } })
  expect(await todo()).toEqual(['household_book'])
})

test.each(['claims_one_child', 'full_name', 'phone', 'no_such_thing'])('%s takes no promise', async (name) => {
  expect(await promise(name)).toEqual({ ok: false, problem: { code: 'not_found' } })
})

test('nobody promises for somebody else', async () => {
  const other = await actor(env, 'citizen-0000')
  expect(await promiseAnswer(env, other, draft, 'one_child_proof')).toEqual({ ok: false, problem: { code: 'not_found' } })
})

describe('what was to come later', () => {
  const file = { name: 'book.pdf', content: new Uint8Array(samplePdf('book')) }
  const state = async (ref: string) => (await env.store.cases.loadByRef(ref))!

  test('is brought, and nothing is owed any more', async () => {
    const ref = await submitted()
    const before = await state(ref)
    expect(available(env.catalogue.definitions[before.definitionHash]!, before, citizen)).toContainEqual({ type: 'supply', names: ['household_book'] })
    expect(await supplyUpload(env, citizen, ref, 'household_book', file)).toMatchObject({ ok: true })
    const after = await state(ref)
    expect([after.answers.household_book?.file?.name, after.waits.household_book_due?.closedAt]).toEqual(['book.pdf', env.now()])
    expect(await supplyUpload(env, citizen, ref, 'household_book', file)).toEqual({ ok: false, problem: { code: 'not_open', what: 'supply' } })
  })

  test('is refused when it is no such file, not owed, or somebody else’s', async () => {
    const ref = await submitted()
    const strange = { name: 'book.pdf', content: new TextEncoder().encode('plain words') }
    expect(await supplyUpload(env, citizen, ref, 'household_book', strange)).toMatchObject({ problem: { code: 'invalid', fields: [{ name: 'household_book', code: 'wrong_file_type' }] } })
    expect(await supplyMaterial(env, citizen, ref, 'household_book', { value: null })).toMatchObject({ problem: { code: 'invalid' } })
    expect(await supplyUpload(env, citizen, ref, 'one_child_proof', file)).toMatchObject({ problem: { code: 'not_open' } })
    expect(await supplyUpload(env, await actor(env, 'citizen-0000'), ref, 'household_book', file)).toMatchObject({ problem: { code: 'not_found' } })
  })
})
