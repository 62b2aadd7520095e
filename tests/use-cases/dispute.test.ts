import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { type Dispute, disputeRecord } from '#app/use-cases/dispute-record.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { actor, begun, openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

let env: TestEnvironment
let driver: Actor
let draft: string

const said: Dispute = { claimed: { value: '陈致远' }, reason: '户口本上是“致”', proof: null }
const dispute = (name: string, more: Partial<Dispute> = {}) => disputeRecord(env, driver, draft, name, { ...said, ...more })
const answer = async (name: string) => (await openDraft(env, driver, draft))?.draft.answers[name]

beforeEach(async () => {
  env = await openTestEnvironment()
  driver = await actor(env, 'citizen-0001')
  draft = await begun(env, driver, 'driving-licence-renewal')
})

describe('a record said to be wrong', () => {
  test('becomes one case at the register’s owner, however often it is said, and the draft has both values', async () => {
    const all = await Promise.all([dispute('full_name'), dispute('full_name'), dispute('full_name')])
    const refs = new Set(all.map((one) => (one.ok ? one.ref : one.problem.code)))
    expect(refs.size).toBe(1)
    const [ref = ''] = refs
    const state = await env.store.cases.loadByRef(ref)
    expect(state).toMatchObject({ service: 'record-correction', answers: { register_owner: { value: 'public_security' }, record_register: { value: 'population' }, record_field: { value: 'full_name' }, record_value: { value: '陈志远' }, claimed_value: { value: '陈致远' } } })
    expect(await answer('full_name')).toMatchObject({ value: '陈致远', source: 'applicant', envelope: { value: '陈志远' }, differs: { because: 'disputed', ref } })
    const submitted = await submitApplication(env, driver, draft)
    expect(submitted.ok && (await env.store.cases.loadByRef(submitted.ref))?.answers.full_name).toMatchObject({ value: '陈致远', differs: { ref } })
  })

  test('stays so when registers are read again, until the register says the same', async () => {
    await dispute('full_name')
    await refreshDraft(env, driver, draft)
    expect(await answer('full_name')).toMatchObject({ value: '陈致远', differs: { because: 'disputed' } })
    const subject = (await env.store.people.find('citizen-0001'))?.subject ?? ''
    const [record] = await env.store.records.read([{ register: 'population', entity: 'person', subject }])
    await env.store.records.put([{ ...record!, data: { ...record!.data, full_name: '陈致远' } }])
    await refreshDraft(env, driver, draft)
    expect(await answer('full_name')).toMatchObject({ value: '陈致远', source: 'record' })
    expect((await answer('full_name'))?.differs).toBeUndefined()
  })

  test.each([
    ['nothing said', { claimed: { value: null } }, ['claimed missing']],
    ['the same said', { claimed: { value: '陈志远' } }, ['claimed not_changed']],
    ['no reason', { reason: '' }, ['correction_reason missing']],
    ['too long a reason', { reason: 'x'.repeat(2001) }, ['correction_reason too_long']],
    ['control characters', { claimed: { value: 'a\u0000b' } }, ['claimed control_characters']],
    ['a file that is none', { proof: { name: 'x.pdf', content: new Uint8Array([1, 2, 3]) } }, ['correction_proof wrong_file_type']],
    ['an empty file', { proof: { name: 'x.pdf', content: new Uint8Array() } }, ['correction_proof empty_file']],
  ] as [string, Partial<Dispute>, string[]][])('with %s is refused with what is wrong, and no case begins', async (_name, more, problems) => {
    const disputed = await dispute('full_name', more)
    expect(!disputed.ok && disputed.problem.code === 'invalid' && disputed.problem.fields.map(({ name, code }) => `${name} ${code}`)).toEqual(problems)
    expect((await env.store.cases.listOf({ person: driver.id, subjects: [] }, { limit: 5 })).rows).toEqual([])
  })

  test('is none where the applicant can simply change it, where nothing is held, or in somebody else’s draft', async () => {
    for (const name of ['phone', 'nothing', '__proto__', 'tracking_number']) expect(await dispute(name), name).toMatchObject({ problem: { code: 'not_found' } })
    const other = await actor(env, 'citizen-0002')
    expect(await disputeRecord(env, other, draft, 'full_name', said)).toMatchObject({ problem: { code: 'not_found' } })
  })

  test('can be said otherwise later, and taken back by saying what the register says', async () => {
    await dispute('full_name')
    await saveAnswer(env, driver, draft, 'full_name', { value: '陈智远' })
    expect(await answer('full_name')).toMatchObject({ value: '陈智远', differs: { because: 'disputed' } })
    await saveAnswer(env, driver, draft, 'full_name', { value: '陈志远' })
    expect(await answer('full_name')).toEqual(expect.objectContaining({ value: '陈志远', source: 'record' }))
  })
})
