import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { revokeCase } from '#app/use-cases/revoke-case.ts'
import { runTimers } from '#app/use-cases/run-timers.ts'
import { at, buildDefinition, trialSurroundings } from '#tests/factories/definition.ts'
import { begun, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'
import { held, staff, trialAnswers } from '#tests/factories/play.ts'
import { TrialCase } from '#tests/factories/trial-case.ts'

describe('the record that a certificate made', () => {
  let env: TestEnvironment
  let owner: Actor
  let ref: string

  /** A parking badge, granted by record; the next application for one is filled in from it. */
  beforeEach(async () => {
    env = await openTestEnvironment()
    const person = (await env.store.people.demo()).find(({ demo }) => demo === 'badge_record')
    if (!person) throw new Error('nobody has a benefit record')
    owner = { kind: 'citizen', id: person.id, name: person.name, companies: [] }
    ref = await submitted(env, 'disabled-parking-badge', person.id, (state) => state.end === 'granted')
  })

  const portrait = async () => (await openDraft(env, owner, await begun(env, owner, 'disabled-parking-badge')))?.draft.answers['portrait']?.envelope ?? null

  test('fills in the next application', async () => expect(await portrait()).toMatchObject({ register: 'welfare', entity: 'badge' }))

  test('no longer does once the certificate was taken back', async () => {
    const head = staff('head', 'welfare.head')
    expect(await revokeCase(env, head, ref, { code: 'false_statement', text: '' })).toMatchObject({ ok: true })
    expect(await portrait()).toBe(null)
  })

  test('stays when it is that of a later certificate', async () => {
    env.clock.now = at('2026-03-09')
    await submitted(env, 'disabled-parking-badge', owner.id, (state) => state.end === 'granted')
    expect(await revokeCase(env, staff('head', 'welfare.head'), ref, { code: 'false_statement', text: '' })).toMatchObject({ ok: true })
    expect(await portrait()).toMatchObject({ asOf: '2026-03-09' })
  })
})

/** Permits that are known by the number of their certificate. */
const people = trialSurroundings.registers['people']!
const permit = people.entities['permit']!
const permits = { ...permit, fields: { ...permit.fields, certificate_number: trialSurroundings.concepts['title']! } }
const surroundings = { ...trialSurroundings, registers: { people: { ...people, entities: { ...people.entities, permit: permits } } } }

describe('a certificate that is set aside', () => {
  const head = staff('head', 'lead.head')
  const issue = { auto: 'issue', makes: { certificate: 'permit', shows: ['name'], valid: '1y', renew_before: '30d', record: 'people.permit' } }
  const certified = buildDefinition(
    {
      data: { name: { from: 'people.person.name' } },
      requires: [],
      flow: [{ task: 'look', by: 'lead.clerk', within: '1wd', outcomes: ['ok'] }, issue, { end: 'granted' }],
      on: { suspend: { by: 'lead.head', reasons: ['under_inquiry'] }, revoke: { by: 'lead.head', reasons: ['false'] } },
    },
    surroundings,
  )
  const SUBJECT = '330100199001010011'
  const CHILD = '330100201701010017'
  let one: TrialCase

  beforeEach(async () => {
    one = await new TrialCase(certified, surroundings).submit({ name: trialAnswers['name']! })
    await one.answer('look', 'ok')
    await one.give(head, { type: 'suspend', reason: { code: 'under_inquiry', text: '' }, until: '2026-03-10' })
  })

  const standing = async (subject = SUBJECT, trial = one) => (await trial.env.store.records.read([{ register: 'people', entity: 'permit', subject }])).map((record) => record.standing)
  const certificate = async () => (await one.env.store.cases.certificatesOf('c1'))[0]
  const isValid = async () => {
    const kept = await certificate()
    // Trial codes are too short to be typed; what is asked is the same.
    return kept?.suspendedOn === null && kept.revokedOn === null
  }
  const told = async () => (await one.env.store.outbox.lease(one.now + 1, 1000, 50)).map(({ topic }) => topic)

  test('is no evidence meanwhile, and is again once the day is over', async () => {
    expect([await standing(), await isValid(), (await certificate())?.suspendedOn]).toEqual([['suspended'], false, '2026-03-02'])
    expect(await runTimers(one.on('2026-03-10', '23:00').env)).toMatchObject({ fired: 0 })
    expect(await runTimers(one.on('2026-03-11').env)).toMatchObject({ fired: 1, failures: [] })
    expect([await standing(), await isValid()]).toEqual([['valid'], true])
    expect(await runTimers(one.on('2026-03-12').env)).toMatchObject({ fired: 0 })
    expect(await told()).toEqual(expect.arrayContaining(['result_suspended', 'result_resumed']))
  })

  test('is taken back for good', async () => {
    await one.give(head, { type: 'revoke', reason: { code: 'false', text: '' } })
    expect([await standing(), await isValid()]).toEqual([['revoked'], false])
    expect(await runTimers(one.on('2027-02-20').env)).toMatchObject({ fired: 0 })
  })

  test('is offered for renewal once, when the time comes', async () => {
    await runTimers(one.on('2026-03-11').env)
    expect(await runTimers(one.on('2027-01-31', '00:00').env)).toMatchObject({ fired: 1 })
    expect(await runTimers(one.on('2027-02-01').env)).toMatchObject({ fired: 0 })
    expect((await told()).filter((topic) => topic === 'renewal_offered')).toHaveLength(1)
  })

  test('stands on the one the applicant acts for', async () => {
    const other = await new TrialCase(certified, surroundings).submit({ name: held('name', 'Li An') }, { behalf: { kind: 'person', subject: CHILD, name: 'Li An', mandate: 'm1' } })
    await other.answer('look', 'ok')
    expect([await standing(CHILD, other), await standing(SUBJECT, other)]).toEqual([['valid'], []])
    await other.give(head, { type: 'suspend', reason: { code: 'under_inquiry', text: '' }, until: '2026-03-10' })
    expect(await standing(CHILD, other)).toEqual(['suspended'])
  })
})
