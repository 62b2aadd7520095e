import { describe, expect, test } from 'vitest'

import type { Contract } from './store-contract.ts'

export const scanContract: Contract = (open) => {
  describe('scans', () => {
    test('say nothing of a file that was never to be scanned', async () => {
      expect(await open().scans.of('f1')).toBeNull()
      expect(await open().scans.waiting(10)).toEqual([])
    })

    test('are replaced by later ones', async () => {
      const { scans } = open()
      await scans.put('f1', 'waiting', 1)
      await scans.put('f1', 'clean', 2)
      expect([await scans.of('f1'), await scans.waiting(10)]).toEqual(['clean', []])
    })

    test('that wait are given longest waiting first', async () => {
      const { scans } = open()
      await scans.put('f2', 'waiting', 5)
      await scans.put('f3', 'waiting', 4)
      await scans.put('f1', 'waiting', 5)
      await scans.put('f4', 'infected', 1)
      expect([await scans.waiting(10), await scans.waiting(2)]).toEqual([['f3', 'f1', 'f2'], ['f3', 'f1']])
    })
  })
}
