import type { FileStore } from '../store.ts'

import { copyOf, insert, type Tables } from './tables.ts'

export function memoryFiles({ files }: Tables): FileStore {
  return {
    put: async (file, content) => insert(files, file.id, { file, content: Uint8Array.from(content) }),
    find: async (id) => copyOf(files.get(id)?.file),
    content: async (id) => copyOf(files.get(id)?.content),
  }
}
