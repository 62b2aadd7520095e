import type { FileStore, StoredFile } from '../store.ts'

import { plainBytes } from './column-types.ts'
import type { Session } from './database.server.ts'
import { files } from './schema.ts'
import { prepare } from './statement.ts'
import { columnNames, selected } from './table-columns.ts'

const PUT = `
  WITH kept AS (
    INSERT INTO files (${columnNames(files)}) VALUES (:id, :owner, :name, :bytes, :mediaType, :sha256, :createdAt) RETURNING id
  )
  INSERT INTO file_contents (id, content) SELECT id, :content::bytea FROM kept`

/** Bytes lie in a table of their own, so that the rows about files stay small. */
export function postgresFiles(database: Session): FileStore {
  const put = prepare(database, 'file put', PUT)
  const find = prepare<StoredFile>(database, 'file', `SELECT ${selected(files, 'f')} FROM files AS f WHERE f.id = :id`)
  const content = prepare<{ content: Uint8Array }>(database, 'file content', 'SELECT content FROM file_contents WHERE id = :id')
  return {
    put: async (file, bytes) => void (await put.run({ ...file, content: bytes })),
    find: (id) => find.first({ id }),
    content: async (id) => {
      const row = await content.first({ id })
      return row && plainBytes(row.content)
    },
  }
}
