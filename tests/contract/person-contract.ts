import { describe, expect, it } from 'vitest'

import { buildClerk, buildPerson } from '#tests/factories/person.ts'

import type { Contract } from './store-contract.ts'

export const personContract: Contract = (store) => {
  describe('people', () => {
    it('are found with their companies and desks, in the order given', async () => {
      const citizen = buildPerson({ companies: [{ code: 'z', name: 'Zed' }, { code: 'a', name: 'Ada' }] })
      const clerk = buildClerk({ desks: ['lead.head', 'fire.inspector', 'lead.clerk'] })
      await store().people.put([citizen, clerk])
      expect(await store().people.find('p1')).toEqual(citizen)
      expect(await store().people.find('s1')).toEqual(clerk)
      expect(await store().people.find('p2')).toBeNull()
    })

    it('are replaced by their id, desks and all', async () => {
      await store().people.put([buildClerk()])
      const moved = buildClerk({ name: 'Zhou Jie 2', desks: ['fire.reviewer'] })
      await store().people.put([moved])
      expect(await store().people.find('s1')).toEqual(moved)
      expect(await store().people.atDesk('lead.clerk')).toEqual([])
      expect(await store().people.atDesk('fire.reviewer')).toEqual([moved])
    })

    it('of a desk are its staff, by name', async () => {
      const [bo, an, ann] = [buildClerk({ id: 's1', name: 'Bo' }), buildClerk({ id: 's2', name: 'An' }), buildClerk({ id: 's3', name: 'An' })]
      const citizen = buildPerson({ desks: ['lead.clerk'] })
      await store().people.put([citizen, ann, bo, an, buildClerk({ id: 's4', desks: [] })])
      expect(await store().people.atDesk('lead.clerk')).toEqual([an, ann, bo])
    })

    it('of the demonstration come in the order they were put, also when put again', async () => {
      const [first, second] = [buildPerson({ id: 'z', demo: 'citizen' }), buildClerk({ id: 'a', demo: 'clerk' })]
      await store().people.put([first, buildPerson({ id: 'm' }), second])
      await store().people.put([second, first])
      expect(await store().people.demo()).toEqual([first, second])
    })
  })
}
