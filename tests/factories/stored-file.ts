import type { StoredFile } from '#db/store.ts'

import { at } from './definition.ts'

export const buildStoredFile = (overrides: Partial<StoredFile> = {}): StoredFile => ({
  id: 'file-1',
  owner: 'p1',
  name: 'plan.pdf',
  bytes: 3,
  mediaType: 'application/pdf',
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  createdAt: at('2026-03-01'),
  ...overrides,
})
