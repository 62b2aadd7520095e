import { describe, expect, it } from 'vitest'

import type { Credential } from '#db/credential-store.ts'

import type { Contract } from './store-contract.ts'

const credential = (more: Partial<Credential> = {}): Credential => ({ id: 'c1', person: 's1', publicKey: new Uint8Array([1, 2, 255]), counter: 0, transports: ['usb'], createdAt: 10, usedAt: null, ...more })

export const credentialContract: Contract = (store) => {
  describe('security keys', () => {
    it('are kept as they are, oldest first, each for one person', async () => {
      for (const one of [credential({ id: 'c2', createdAt: 20 }), credential(), credential({ id: 'c3', person: 's2' })]) await store().credentials.add(one)
      expect(await store().credentials.of('s1')).toEqual([credential(), credential({ id: 'c2', createdAt: 20 })])
      expect(await store().credentials.find('c1')).toEqual(credential())
      expect(await store().credentials.find('none')).toBeNull()
      await expect(store().credentials.add(credential({ person: 's2' }))).rejects.toThrow()
    })

    it('count up', async () => {
      await store().credentials.add(credential({ counter: 5 }))
      expect(await store().credentials.used('c1', 5, 100)).toBe(false)
      expect(await store().credentials.used('c1', 0, 100)).toBe(false)
      expect(await store().credentials.used('c1', 6, 100)).toBe(true)
      expect(await store().credentials.find('c1')).toMatchObject({ counter: 6, usedAt: 100 })
      expect(await store().credentials.used('none', 7, 100)).toBe(false)
    })

    it('that never count may be used again', async () => {
      await store().credentials.add(credential())
      expect([await store().credentials.used('c1', 0, 100), await store().credentials.used('c1', 0, 200)]).toEqual([true, true])
      expect(await store().credentials.find('c1')).toMatchObject({ counter: 0, usedAt: 200 })
    })

    it('of a person can all be taken away', async () => {
      for (const one of [credential(), credential({ id: 'c2' }), credential({ id: 'c3', person: 's2' })]) await store().credentials.add(one)
      expect(await store().credentials.removeOf('s1')).toBe(2)
      expect([await store().credentials.of('s1'), (await store().credentials.of('s2')).length]).toEqual([[], 1])
    })
  })
}
