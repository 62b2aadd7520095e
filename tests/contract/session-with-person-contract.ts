import { describe, expect, it } from 'vitest'

import { buildMandate } from '#tests/factories/mandate.ts'
import { buildClerk, buildPerson } from '#tests/factories/person.ts'
import { buildSession } from '#tests/factories/session.ts'

import type { Contract } from './store-contract.ts'

const session = buildSession({ person: 'p1' })
const citizen = buildPerson({ companies: [{ code: 'z', name: 'Zed' }, { code: 'a', name: 'Ada' }, { code: 'm', name: 'Mo' }] })
const inOrder = [buildMandate({ id: 'm4', name: 'A Firm', subject: 'firm', kind: 'company', basis: 'granted', services: ['trial', 'other'] }), buildMandate({ id: 'm2' }), buildMandate({ id: 'm3' })]
const over = buildMandate({ id: 'm1', name: 'Wang Lei', since: '2020-01-01', until: '2020-12-31' })

export const sessionWithPersonContract: Contract = (store) => {
  const withPerson = () => store().sessions.withPerson('h1')

  describe('a session with whom it lets in', () => {
    it('is the session, the person as they are found, and the mandates that they hold, whatever their days', async () => {
      await store().sessions.create(session)
      await store().people.put([buildPerson({ id: 'p2' }), citizen])
      for (const one of [over, ...inOrder.toReversed(), buildMandate({ id: 'm5', person: 'p2' })]) await store().mandates.put(one)
      expect(await withPerson()).toEqual({ session, person: citizen, mandates: [...inOrder, over] })
      expect(await withPerson()).toEqual({ session, person: await store().people.find('p1'), mandates: await store().mandates.heldBy('p1') })
    })

    it('changes with all three', async () => {
      await store().sessions.create(session)
      await store().people.put([citizen])
      await store().mandates.put(buildMandate())
      await store().mandates.revoke('m1', 5)
      await store().people.put([buildPerson({ name: 'Li Na 2' })])
      await store().sessions.touch('h1', 200)
      await store().sessions.revoke('h1', 300)
      expect(await withPerson()).toEqual({ session: { ...session, seenAt: 200, revokedAt: 300 }, person: buildPerson({ name: 'Li Na 2' }), mandates: [] })
    })

    it('of staff has the desks where they sit now, in the order given, and no mandates', async () => {
      const now = Date.now()
      const desks = ['lead.head', 'fire.reviewer', 'food.reviewer', 'lead.clerk']
      const factor = { ...session, person: 's1', secondFactor: true }
      await store().sessions.create(factor)
      await store().people.put([{ ...buildClerk({ desks }), lent: { 'fire.reviewer': now - 1, 'food.reviewer': now + 3_600_000 } }])
      await store().mandates.put(buildMandate({ person: 's1' }))
      expect(await withPerson()).toEqual({ session: factor, person: buildClerk({ desks: ['lead.head', 'food.reviewer', 'lead.clerk'] }), mandates: [] })
    })

    it('is of nobody where there is no such session, or nobody whom it is of', async () => {
      await store().people.put([citizen])
      await store().sessions.create({ ...session, person: 'p2' })
      expect([await withPerson(), await store().sessions.withPerson('h2')]).toEqual([null, null])
    })

    it('of somebody who is forgotten is over, and tells nothing of them', async () => {
      await store().sessions.create(session)
      await store().people.put([{ ...citizen, demo: 'citizen' }])
      await store().mandates.put(buildMandate())
      await store().retention.forgetPerson('p1', 700)
      expect(await withPerson()).toEqual({ session: { ...session, revokedAt: 700 }, person: buildPerson({ name: '', subject: null }), mandates: [] })
    })

    it.each(['𠮷野家𪚥', `'"; DROP TABLE cases; --`, 'a\r\nb\tc', 'before\u0000after', '\u0001'])('keeps text as it is: %j', async (text) => {
      const [person, mandate] = [buildPerson({ name: text, companies: [{ code: text, name: text }] }), buildMandate({ name: text, subject: text, services: [text] })]
      await store().sessions.create(session)
      await store().people.put([person])
      await store().mandates.put(mandate)
      expect(await withPerson()).toEqual({ session, person, mandates: [mandate] })
    })
  })
}
