import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { openFile } from '#app/use-cases/open-file.ts'
import { EVIDENCE, evidenceFor, reuseEvidence } from '#app/use-cases/reuse-evidence.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'
import { fillPosts } from '#db/demo/posts.ts'
import { demoStaff } from '#db/demo/staff.ts'
import type { StoredPerson } from '#db/store.ts'
import { at } from '#tests/factories/definition.ts'

import { fillIn } from './fill-in.ts'
import { handIn } from './hand-in.ts'
import { stateOf, takeAll, workOn } from './office.ts'
import { openWorld, whoIs, type World } from './world.ts'

let world: World
let staff: StoredPerson[]
beforeEach(async () => {
  world = await openWorld()
  staff = [...demoStaff, ...fillPosts(world.catalogue.posts ?? [], demoStaff)]
})

const named = (demo: string): StoredPerson => world.citizens.find((one) => one.demo === demo)!

/** Hands in and lets every desk decide as well as can be. @returns the ref of a case that was granted */
async function granted(actor: Actor, service: string, on: { company?: string | null } = {}): Promise<string> {
  const ref = await handIn(world, actor, service, on)
  while (await workOn(world, ref, await takeAll(world, ref, staff), actor));
  expect((await stateOf(world, ref)).end, service).toBe('granted')
  return ref
}

async function begin(actor: Actor, service: string, on: { company?: string | null; mandate?: string | null } = {}): Promise<string> {
  const started = await startApplication(world, actor, service, { company: null, mandate: null, ...on })
  if (!started.ok) throw new Error(JSON.stringify(started))
  await agreeToSources(world, actor, started.draftId, [])
  return started.draftId
}

/** What was checked before and would answer this question of a draft. */
async function offeredIn(actor: Actor, draftId: string, name: string): Promise<string[]> {
  const open = await openDraft(world, actor, draftId)
  const field = open?.fields.find((one) => one.field.name === name)?.field
  return open && field ? (await evidenceFor(world, open, field)).map(({ id }) => id) : []
}

describe('a document that a desk has checked', () => {
  const BADGE = 'disabled-parking-badge'
  const EVIDENCED = 'medical_evidence'
  let owner: Actor
  let evidence: string
  let first: string

  beforeEach(async () => {
    owner = await whoIs(world, named('badge_assessed').id)
    first = await granted(owner, BADGE)
    evidence = (await offeredIn(owner, await begin(owner, BADGE), EVIDENCED))[0] ?? ''
    expect(evidence).not.toBe('')
  })

  test('answers the same question again, and the desk of the new case sees it', async () => {
    const draftId = await begin(owner, BADGE)
    expect(await reuseEvidence(world, owner, draftId, EVIDENCED, evidence)).toMatchObject({ ok: true })
    await fillIn(world, owner, draftId, new Dice(1))
    const submitted = await submitApplication(world, owner, draftId)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
    const answer = (await stateOf(world, submitted.ref)).answers[EVIDENCED]
    expect(answer).toMatchObject({ source: 'record', envelope: { register: EVIDENCE, key: evidence }, file: { id: (await stateOf(world, first)).answers[EVIDENCED]?.file?.id } })
    const [held] = await takeAll(world, submitted.ref, staff)
    const clerk = await whoIs(world, held!.clerk.id)
    expect((await openCaseAtDesk(world, clerk, submitted.ref))?.answers.some(({ field }) => field.name === EVIDENCED)).toBe(true)
    expect((await openFile(world, clerk, answer?.file?.id ?? '', submitted.ref))?.content?.length).toBeGreaterThan(0)
  })

  test('is offered to nobody else, and can not be taken by its id', async () => {
    const others = [named('offender'), named('pensioner')]
    await world.store.mandates.put({ id: 'm1', person: others[1]!.id, subject: named('badge_assessed').subject ?? '', kind: 'person', name: 'N', basis: 'granted', services: null, since: '2026-01-01', until: '2026-12-31', revokedAt: null })
    for (const { id } of others) {
      const actor = await whoIs(world, id)
      const draftId = await begin(actor, BADGE)
      expect(await offeredIn(actor, draftId, EVIDENCED), id).toEqual([])
      expect(await reuseEvidence(world, actor, draftId, EVIDENCED, evidence), id).toEqual(await reuseEvidence(world, actor, draftId, EVIDENCED, 'no such document'))
    }
    // Who acts for its owner may, in an application for the owner.
    const acting = await whoIs(world, others[1]!.id)
    const forOwner = await begin(acting, BADGE, { mandate: 'm1' })
    expect(await reuseEvidence(world, acting, forOwner, EVIDENCED, evidence)).toMatchObject({ ok: true })
    expect(await reuseEvidence(world, acting, await begin(owner, BADGE), EVIDENCED, evidence)).toMatchObject({ problem: { code: 'not_found' } })
  })

  test('answers no other question', async () => {
    const draftId = await begin(owner, BADGE)
    for (const name of ['portrait', 'phone', 'mobility_award', 'constructor', 'nothing']) expect(await reuseEvidence(world, owner, draftId, name, evidence), name).toMatchObject({ problem: { code: 'not_found' } })
  })

  test('holds to its last day, and no longer: not when it is offered, not when it is handed in', async () => {
    const [one, other] = [await begin(owner, BADGE), await begin(owner, BADGE)]
    for (const draftId of [one, other]) {
      await reuseEvidence(world, owner, draftId, EVIDENCED, evidence)
      await fillIn(world, owner, draftId, new Dice(2))
    }
    const { validUntil } = (await openDraft(world, owner, one))!.draft.answers[EVIDENCED]!.envelope!
    world.clock.now = at(validUntil!, '23:59')
    expect(await offeredIn(owner, one, EVIDENCED)).toEqual([evidence])
    expect(await submitApplication(world, owner, one)).toMatchObject({ ok: true })
    world.clock.now += 60_000
    expect(await offeredIn(owner, other, EVIDENCED)).toEqual([])
    expect(await reuseEvidence(world, owner, other, EVIDENCED, evidence)).toMatchObject({ problem: { code: 'not_found' } })
    expect(await submitApplication(world, owner, other)).toMatchObject({ problem: { code: 'records_changed', names: [EVIDENCED] } })
    const open = await openDraft(world, owner, other)
    expect([open?.draft.answers[EVIDENCED], open?.problems]).toMatchObject([undefined, [{ name: EVIDENCED, code: 'missing' }]])
    await fillIn(world, owner, other, new Dice(3))
    expect(await submitApplication(world, owner, other)).toMatchObject({ ok: true })
  })

  test('is not one while its case is not granted', async () => {
    const other = await whoIs(world, named('pensioner').id)
    await handIn(world, other, BADGE)
    expect(await offeredIn(other, await begin(other, BADGE), EVIDENCED)).toEqual([])
  })
})

describe('a company’s document', () => {
  test('is the company’s: not the head’s other company’s, and no longer a former head’s', async () => {
    const head = named('restaurateur')
    const [company, second] = head.companies.map(({ code }) => code)
    const actor = await whoIs(world, head.id)
    await granted(actor, 'restaurant-opening', { company: company ?? null })
    const draftId = await begin(actor, 'restaurant-opening', { company: company ?? null })
    const [evidence] = await offeredIn(actor, draftId, 'floor_plan')
    expect(evidence).toBeDefined()
    const elsewhere = await begin(actor, 'restaurant-opening', { company: second ?? null })
    expect(await offeredIn(actor, elsewhere, 'floor_plan')).toEqual([])
    expect(await reuseEvidence(world, actor, elsewhere, 'floor_plan', evidence ?? '')).toMatchObject({ problem: { code: 'not_found' } })

    await world.store.people.put([{ ...head, companies: head.companies.slice(1) }])
    const former = await whoIs(world, head.id)
    const before = await world.store.drafts.load(draftId)
    expect(await openDraft(world, former, draftId)).toBeNull()
    expect(await reuseEvidence(world, former, draftId, 'floor_plan', evidence ?? '')).toMatchObject({ problem: { code: 'not_found' } })
    expect(await submitApplication(world, former, draftId)).toMatchObject({ problem: { code: 'not_found' } })
    expect(await world.store.drafts.load(draftId)).toEqual(before)
    const successor = { ...world.citizens.find(({ id }) => id === 'citizen-0300')!, companies: head.companies.slice(0, 1) }
    await world.store.people.put([successor])
    const next = await whoIs(world, successor.id)
    expect(await offeredIn(next, await begin(next, 'restaurant-opening', { company: company ?? null }), 'floor_plan')).toEqual([evidence])
  })
})
