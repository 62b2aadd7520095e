import type { Credential, CredentialStore } from '../credential-store.ts'

import type { Session } from './database.server.ts'
import { prepareInsert } from './insert.ts'
import { credentials } from './schema.ts'
import { prepare } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

type Row = Record<string, unknown>

const SELECT = `SELECT ${selected(credentials, 'c')} FROM credentials AS c`

const USED = `
  UPDATE credentials SET counter = :counter::bigint, used_at = :at
  WHERE id = :id AND (counter < :counter::bigint OR (counter = 0 AND :counter::bigint = 0))`

export function postgresCredentials(database: Session): CredentialStore {
  const insert = prepareInsert(database, credentials)
  const find = prepare<Row>(database, 'credential', `${SELECT} WHERE c.id = :id`)
  const of = prepare<Row>(database, 'credentials', `${SELECT} WHERE c.person = :person ORDER BY c.created_at, c.id`)
  const used = prepare(database, 'credential used', USED)
  const removeOf = prepare(database, 'credentials remove', 'DELETE FROM credentials WHERE person = :person')
  return {
    add: async (credential) => void (await insert([credential])),
    find: async (id) => (await find.all({ id })).map(read)[0] ?? null,
    of: async (person) => (await of.all({ person })).map(read),
    used: async (id, counter, at) => (await used.run({ id, counter, at })) === 1,
    removeOf: (person) => removeOf.run({ person }),
  }
}

const read = (row: Row): Credential => readRow(credentials, row)
