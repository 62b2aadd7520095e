import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { listRenewals } from '#app/use-cases/renewals/list-renewals.ts'
import { openRenewal, renew } from '#app/use-cases/renewals/renew.ts'
import { resumeCase } from '#app/use-cases/resume-case.ts'
import { revokeCase } from '#app/use-cases/revoke-case.ts'
import { suspendCase } from '#app/use-cases/suspend-case.ts'
import { liveOldBadge } from '#db/demo/old-badge.ts'
import type { Certificate, RegisterRecord, StoredPerson } from '#db/store.ts'

import { stateOf } from './office.ts'
import { watching, openWorld, whoIs, type World } from './world.ts'

/** A badge of three years that has two months left, of somebody of whom the registers hold everything that is needed. */
let world: World
let holder: StoredPerson
let actor: Actor
let badge: Certificate

beforeEach(async () => {
  world = await openWorld()
  holder = world.citizens.find(({ demo }) => demo === 'low_income')!
  const ref = await liveOldBadge(world, world.clock.now)
  const state = await stateOf(world, ref ?? '')
  badge = (await world.store.cases.certificatesOf(state.id))[0]!
  actor = await whoIs(world, holder.id)
})

const casesOf = async () => (await world.store.cases.listOf({ person: holder.id, subjects: [] }, { limit: 50 })).rows

const change = async (register: string, entity: string, data: RegisterRecord['data']) => {
  const [held] = await world.store.records.read([{ register, entity, subject: holder.subject ?? '' }])
  if (!held) throw new Error('no such record')
  await world.store.records.put([{ ...held, data: { ...held.data, ...data } }])
}

describe('a certificate that runs out', () => {
  test('is renewed by one confirmation, and by however many is one case', async () => {
    expect((await listRenewals(world, actor)).map(({ certificate }) => certificate.code)).toEqual([badge.code])
    const first = await renew(world, actor, badge.code)
    if (!first.ok || !('ref' in first)) throw new Error(JSON.stringify(first))
    expect(await renew(world, actor, badge.code)).toEqual(first)
    expect((await stateOf(world, first.ref)).end).toBe('granted')
    expect(await casesOf()).toHaveLength(2)
    expect(await listRenewals(world, actor)).toEqual([])
  })

  test('is renewed once when it is confirmed many times at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => renew(world, actor, badge.code)))
    const refs = new Set(all.flatMap((one) => (one.ok && 'ref' in one ? [one.ref] : [])))
    expect([refs.size, all.every(({ ok }) => ok)]).toEqual([1, true])
    expect(await casesOf()).toHaveLength(2)
    expect((await world.store.cases.certificatesOf((await stateOf(world, [...refs][0] ?? '')).id))).toHaveLength(1)
  })

  test('leaves a draft to look at where a record says something else than last time', async () => {
    await change('population', 'person', { home_address: '清河市文澜路9号' })
    const renewed = await renew(world, actor, badge.code)
    expect(renewed).toMatchObject({ ok: true, why: 'changed' })
    const open = renewed.ok && 'draftId' in renewed ? await openDraft(world, actor, renewed.draftId) : null
    expect(open?.draft.answers.home_address).toMatchObject({ value: '清河市文澜路9号', source: 'record' })
    expect(await casesOf()).toHaveLength(1)
  })

  test('leaves a draft to look at where a record that was needed is no longer held', async () => {
    await change('population', 'person', { birth_date: null })
    expect(await renew(world, actor, badge.code)).toMatchObject({ ok: true, why: 'asks' })
    expect(await casesOf()).toHaveLength(1)
  })

  test('leaves a draft to look at where what decided it is no longer held, and does not grant it unseen', async () => {
    const [benefit] = await world.store.records.read([{ register: 'welfare', entity: 'benefit', subject: holder.subject ?? '' }])
    await world.store.records.put([{ ...benefit!, standing: 'revoked' }])
    expect(await renew(world, actor, badge.code)).toMatchObject({ ok: true, draftId: expect.any(String) })
    expect(await casesOf()).toHaveLength(1)
  })

  test('leaves a draft where a register does not answer', async () => {
    const silent: World = { ...world, registers: (register) => (register === 'population' ? { read: async () => ({ ok: false, why: 'no_answer' }) } : world.registers(register)) }
    expect(await renew(silent, actor, badge.code)).toMatchObject({ ok: true, why: 'asks' })
    expect(await casesOf()).toHaveLength(1)
  })

  test('is nobody else’s to renew, and nothing is read for who tries', async () => {
    for (const id of ['citizen-0001', 'staff-clerk', 'staff-manager', 'staff-welfare-steward-1']) {
      const other = await whoIs(world, id)
      const { result, asked } = await watching(world, async () => [await openRenewal(world, other, badge.code), await renew(world, other, badge.code), await listRenewals(world, other)])
      expect([result, asked], id).toEqual([[null, await renew(world, other, 'NO SUCH CODE'), []], []])
    }
    // Nor once it has been renewed: whose case it became is not told.
    await renew(world, actor, badge.code)
    const stranger = await whoIs(world, 'citizen-0001')
    expect(await renew(world, stranger, badge.code)).toEqual(await renew(world, stranger, 'NO SUCH CODE'))
  })
})

describe('a certificate that does not hold is not offered', () => {
  const offered = async () => [(await listRenewals(world, actor)).length, (await openRenewal(world, actor, badge.code)) !== null, (await renew(world, actor, badge.code)).ok]

  test('taken back', async () => {
    expect(await revokeCase(world, await whoIs(world, 'staff-welfare-head'), badge.ref, { code: 'lent_to_others', text: '' })).toMatchObject({ ok: true })
    expect(await offered()).toEqual([0, false, false])
    expect(await casesOf()).toHaveLength(1)
  })

  test('set aside, until it holds again', async () => {
    const head = await whoIs(world, 'staff-welfare-head')
    expect(await suspendCase(world, head, badge.ref, { code: 'under_inquiry', text: '' }, '2026-03-20')).toMatchObject({ ok: true })
    expect(await offered()).toEqual([0, false, false])
    expect(await resumeCase(world, head, badge.ref)).toMatchObject({ ok: true })
    expect(await offered()).toEqual([1, true, true])
  })

  test('run out already', async () => {
    world.clock.now += 70 * 86_400_000
    expect(await offered()).toEqual([0, false, false])
  })

  test('with more time left than its service names', async () => {
    world.clock.now -= 60 * 86_400_000
    expect(await offered()).toEqual([0, false, false])
  })
})
