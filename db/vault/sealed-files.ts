import type { FileStore, Store, StoredFile } from '../store.ts'

import { joinPersonal, splitPersonal, type Touch } from './personal-part.ts'
import { openBytes, sealBytes } from './sealed-bytes.ts'
import { keyIdOf } from './sealed-text.ts'
import { fileKey, standing, type Vault } from './vault.ts'
import { walkFile } from './walk-answers.ts'

const namePlace = (id: string): string => `files/name/${id}`
const contentPlace = (id: string): string => `file_contents/content/${id}`
const walk = (file: StoredFile, touch: Touch): StoredFile => walkFile(file, 'file', touch)

/** Every file has a key of its own, which is destroyed with the last case it was given in. Type and size stay. */
export function sealedFiles({ files: inner }: Store, { ring }: Vault): FileStore {
  return {
    put: async (file, content) => {
      const wish = fileKey(file.id, file.owner)
      const key = standing((await ring.ensure([wish]))(wish.id))
      const { bare, sealed } = splitPersonal(key, namePlace(file.id), file, walk)
      await inner.put({ ...bare, name: sealed }, sealBytes(key.secret, contentPlace(file.id), content))
    },
    find: async (id) => {
      const kept = await inner.find(id)
      if (!kept) return null
      const keyId = keyIdOf(kept.name)
      return joinPersonal((await ring.load([keyId]))(keyId), namePlace(id), { bare: { ...kept, name: '' }, sealed: kept.name }, walk)
    },
    content: async (id) => {
      const kept = await inner.content(id)
      const keyId = `file:${id}`
      const key = kept && (await ring.load([keyId]))(keyId)
      if (!key) return null
      const bytes = openBytes(key.secret, contentPlace(id), kept)
      // without Buffer's own methods, as the type says
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    },
  }
}
