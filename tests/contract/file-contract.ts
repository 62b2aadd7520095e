import { Buffer } from 'node:buffer'

import { describe, expect, it } from 'vitest'

import { buildStoredFile } from '#tests/factories/stored-file.ts'

import type { Contract } from './store-contract.ts'

const MB = 1024 * 1024

export const fileContract: Contract = (store) => {
  describe('a file', () => {
    it('of 10 MB comes back byte by byte', async () => {
      const content = Uint8Array.from({ length: 10 * MB }, (_, index) => (index * 31 + (index >> 8)) % 256)
      await store().files.put(buildStoredFile({ bytes: content.length }), content)
      const stored = (await store().files.content('file-1')) ?? new Uint8Array()
      expect(Buffer.compare(stored, content)).toBe(0)
      expect(await store().files.find('file-1')).toEqual(buildStoredFile({ bytes: content.length }))
    })

    it('may be a window on more memory, and empty', async () => {
      await store().files.put(buildStoredFile(), Uint8Array.of(9, 97, 98, 99, 9).subarray(1, 4))
      await store().files.put(buildStoredFile({ id: 'file-2', bytes: 0 }), new Uint8Array())
      expect(await store().files.content('file-1')).toEqual(Uint8Array.of(97, 98, 99))
      expect(await store().files.content('file-2')).toEqual(new Uint8Array())
    })

    it('is never replaced', async () => {
      await store().files.put(buildStoredFile(), Uint8Array.of(1))
      await expect(store().files.put(buildStoredFile({ owner: 'p2' }), Uint8Array.of(2))).rejects.toThrow()
      expect(await store().files.content('file-1')).toEqual(Uint8Array.of(1))
      expect(await store().files.find('file-1')).toEqual(buildStoredFile())
    })

    it('is null where there is none', async () => {
      expect(await store().files.find('file-1')).toBeNull()
      expect(await store().files.content('file-1')).toBeNull()
    })
  })
}
