import { describe, expect, it } from 'vitest'

import type { Contract } from './store-contract.ts'

export const leaseContract: Contract = (store) => {
  const take = (holder: string, now: number, name = 'checkpoints') => store().leases.take(name, holder, now, 100)

  describe('leases', () => {
    it('are one holder’s at a time, for as long as they last', async () => {
      expect(await take('a', 0)).toBe(1)
      expect(await take('b', 99)).toBeNull()
      expect(await take('b', 100)).toBe(2)
      expect(await take('a', 150)).toBeNull()
    })

    it('of other names are others', async () => {
      expect(await take('a', 0)).toBe(1)
      expect(await take('b', 0, 'retention')).toBe(1)
    })

    it('are prolonged by who has them, under the same fence', async () => {
      expect(await take('a', 0)).toBe(1)
      expect(await take('a', 90)).toBe(1)
      expect(await take('b', 189)).toBeNull()
      expect(await take('a', 500)).toBe(1)
    })

    it('can be given up, once, by who has them; the next fence is higher', async () => {
      await take('a', 0)
      expect(await store().leases.release('checkpoints', 2)).toBe(false)
      expect(await store().leases.release('checkpoints', 1)).toBe(true)
      expect(await store().leases.release('checkpoints', 1)).toBe(false)
      expect(await take('b', 1)).toBe(2)
      expect(await store().leases.release('checkpoints', 1)).toBe(false)
      expect(await store().leases.release('unknown', 1)).toBe(false)
    })

    it('of one name go to one of ten who ask together', async () => {
      const taken = await Promise.all(Array.from({ length: 10 }, (_, place) => take(`p${place}`, 5)))
      expect(taken.filter((fence) => fence !== null)).toEqual([1])
    })
  })
}
