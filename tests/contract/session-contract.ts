import { describe, expect, it } from 'vitest'

import { buildClerk } from '#tests/factories/person.ts'
import { buildSession } from '#tests/factories/session.ts'

import type { Contract } from './store-contract.ts'

export const sessionContract: Contract = (store) => {
  describe('sessions', () => {
    it('are found as they were begun, and begun once', async () => {
      await store().sessions.create(buildSession({ secondFactor: true, assurance: 'high' }))
      expect(await store().sessions.find('h1')).toEqual(buildSession({ secondFactor: true, assurance: 'high' }))
      expect(await store().sessions.find('h2')).toBeNull()
      await expect(store().sessions.create(buildSession({ person: 'p2' }))).rejects.toThrow()
    })

    it('give way to a successor, once', async () => {
      await store().sessions.create(buildSession())
      expect(await store().sessions.replace('h1', buildSession({ idHash: 'h2', seenAt: 150 }))).toBe(true)
      expect(await store().sessions.find('h1')).toMatchObject({ revokedAt: 150 })
      expect(await store().sessions.find('h2')).toMatchObject({ revokedAt: null })
      expect(await store().sessions.replace('h1', buildSession({ idHash: 'h3' }))).toBe(false)
      expect(await store().sessions.replace('none', buildSession({ idHash: 'h3' }))).toBe(false)
      expect(await store().sessions.find('h3')).toBeNull()
    })

    it('are seen later, never earlier', async () => {
      await store().sessions.create(buildSession())
      for (const at of [300, 200]) await store().sessions.touch('h1', at)
      expect(await store().sessions.find('h1')).toEqual(buildSession({ seenAt: 300 }))
    })

    it('are ended once', async () => {
      await store().sessions.create(buildSession())
      expect([await store().sessions.revoke('h1', 5), await store().sessions.revoke('h1', 6), await store().sessions.revoke('none', 6)]).toEqual([true, false, false])
      expect(await store().sessions.find('h1')).toMatchObject({ revokedAt: 5 })
    })

    it('of a person are listed newest first while they can go on, and all but one are ended together', async () => {
      const all = [buildSession(), buildSession({ idHash: 'h2', signedInAt: 200 }), buildSession({ idHash: 'h3', endsAt: 500 }), buildSession({ idHash: 'h4', person: 'p2' }), buildSession({ idHash: 'h5', revokedAt: 7 })]
      for (const one of all) await store().sessions.create(one)
      expect((await store().sessions.openOf('p1', 500)).map(({ idHash }) => idHash)).toEqual(['h2', 'h1'])
      expect(await store().sessions.revokeOthers('p1', 'h1', 600)).toBe(2)
      expect((await store().sessions.openOf('p1', 600)).map(({ idHash }) => idHash)).toEqual(['h1'])
      expect(await store().sessions.revokeOthers('p1', null, 601)).toBe(1)
      expect(await store().sessions.find('h4')).toMatchObject({ revokedAt: null })
    })

    it('are forgotten when they have long ended', async () => {
      for (const one of [buildSession(), buildSession({ idHash: 'h2', endsAt: 2000 })]) await store().sessions.create(one)
      expect(await store().sessions.forget(1001)).toBe(1)
      expect([await store().sessions.find('h1'), (await store().sessions.find('h2'))?.idHash]).toEqual([null, 'h2'])
    })
  })

  describe('what can be used once', () => {
    it('is taken once, by its kind and key', async () => {
      await store().once.put('sign_in', 'k', '{"a":1}', 100)
      expect(await store().once.take('challenge', 'k', 50)).toBeNull()
      expect(await store().once.take('sign_in', 'other', 50)).toBeNull()
      expect([await store().once.take('sign_in', 'k', 99), await store().once.take('sign_in', 'k', 99)]).toEqual(['{"a":1}', null])
    })

    it('is gone when its time is over', async () => {
      await store().once.put('sign_in', 'k', 'x', 100)
      expect(await store().once.take('sign_in', 'k', 100)).toBeNull()
      await store().once.put('sign_in', 'k', 'x', 100)
      await store().once.put('sign_in', 'l', 'y', 101)
      expect(await store().once.forget(100)).toBe(1)
      expect(await store().once.take('sign_in', 'l', 100)).toBe('y')
    })

    it('is replaced by what is put under the same key', async () => {
      for (const data of ['x', 'y']) await store().once.put('challenge', 'k', data, 100)
      expect(await store().once.take('challenge', 'k', 0)).toBe('y')
    })
  })

  describe('desks lent until an instant', () => {
    it('are gone from then on, without anybody doing anything', async () => {
      const now = Date.now()
      const desks = ['lead.clerk', 'fire.reviewer', 'food.reviewer']
      await store().people.put([{ ...buildClerk({ id: 's1', desks }), lent: { 'fire.reviewer': now - 1, 'food.reviewer': now + 3_600_000 } }])
      expect(await store().people.find('s1')).toEqual(buildClerk({ id: 's1', desks: ['lead.clerk', 'food.reviewer'] }))
      expect(await store().people.atDesk('fire.reviewer')).toEqual([])
      expect((await store().people.atDesk('food.reviewer')).map(({ id }) => id)).toEqual(['s1'])
    })

    it('stay when somebody is put again without an end', async () => {
      await store().people.put([{ ...buildClerk({ id: 's1' }), lent: { 'lead.clerk': 1 } }])
      await store().people.put([buildClerk({ id: 's1' })])
      expect((await store().people.staff()).map(({ desks }) => desks)).toEqual([buildClerk().desks])
    })
  })
}
