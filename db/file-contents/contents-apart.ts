import type { RetentionStore } from '../retention-store.ts'
import type { FileStore, Store } from '../store.ts'

import type { FileContents } from './file-contents.ts'

/**
 * A store that keeps the bytes of uploads in another place than its own tables. There, nothing stands in their stead; files from
 * before still lie in the tables and are read from them. Bytes without a row are never given to anybody: the row is written after them.
 */
export function contentsApart(inner: Store, contents: FileContents): Store {
  return { ...inner, files: filesApart(inner.files, contents), retention: retentionApart(inner, contents) }
}

const NOTHING = new Uint8Array()

const filesApart = (inner: FileStore, contents: FileContents): FileStore => ({
  ...inner,
  put: async (file, content) => {
    if (await inner.find(file.id)) throw new Error('a file of this id is there already')
    await contents.put(file.id, content)
    await inner.put(file, NOTHING)
  },
  content: async (id) => {
    const kept = await inner.content(id)
    return kept === null || kept.length > 0 ? kept : contents.get(id)
  },
})

/** Bytes go first: what can't be removed now is tried again with its case, tomorrow. */
const retentionApart = ({ files, retention }: Store, contents: FileContents): RetentionStore => ({
  ...retention,
  erase: async (erasure, ids) => {
    await contents.remove(ids)
    await retention.erase(erasure, ids)
  },
  dropFiles: async (ids, at) => {
    const count = await retention.dropFiles(ids, at)
    // what is used elsewhere stays, and only the tables know
    const dropped = await Promise.all(ids.map(async (id) => ((await files.content(id)) === null ? [id] : [])))
    await contents.remove(dropped.flat())
    return count
  },
})
