import type { FileStore, StoredFile } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareInsert, selected } from './prepared.ts'
import { files } from './schema.ts'

/** Bytes lie in a table of their own, so that the rows about files stay small. */
export function sqliteFiles(connection: Connection): FileStore {
  const { client, write } = connection
  const find = client.prepare<[string], StoredFile>(`SELECT ${selected(files, 'f')} FROM files AS f WHERE id = ?`)
  const content = client.prepare<[string], Uint8Array>('SELECT content FROM file_contents WHERE id = ?').pluck()
  const insertFile = prepareInsert(connection, files)
  const insertContent = client.prepare<[string, Uint8Array]>('INSERT INTO file_contents (id, content) VALUES (?, ?)')
  const put = (file: StoredFile, bytes: Uint8Array): void => {
    insertFile(file)
    insertContent.run(file.id, bytes)
  }
  return {
    put: (file, bytes) => write(() => put(file, bytes)),
    find: async (id) => find.get(id) ?? null,
    content: async (id) => plainBytes(content.get(id)),
  }
}

/** The same memory without Buffer's own methods, as the type says. */
const plainBytes = (bytes: Uint8Array | undefined): Uint8Array | null =>
  bytes ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null
