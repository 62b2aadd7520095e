import { asc, eq, sql } from 'drizzle-orm'

import type { Credential, CredentialStore } from '../credential-store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareInsert } from './prepared.ts'
import { credentials } from './schema.ts'

export function sqliteCredentials(connection: Connection): CredentialStore {
  const { client, orm } = connection
  const insert = prepareInsert(connection, credentials)
  const find = orm.select().from(credentials).where(eq(credentials.id, sql.placeholder('id'))).prepare()
  const of = orm.select().from(credentials).where(eq(credentials.person, sql.placeholder('person'))).orderBy(asc(credentials.createdAt), asc(credentials.id)).prepare()
  const used = client.prepare<[{ id: string; counter: number; at: number }]>(
    'UPDATE credentials SET counter = :counter, used_at = :at WHERE id = :id AND (counter < :counter OR (counter = 0 AND :counter = 0))',
  )
  const removeOf = client.prepare<[string]>('DELETE FROM credentials WHERE person = ?')
  return {
    add: async (credential) => insert({ ...credential, publicKey: Buffer.from(credential.publicKey) }),
    find: async (id) => find.all({ id }).map(plainBytes)[0] ?? null,
    of: async (person) => of.all({ person }).map(plainBytes),
    used: async (id, counter, at) => used.run({ id, counter, at }).changes === 1,
    removeOf: async (person) => removeOf.run(person).changes,
  }
}

/** SQLite hands out Node's own kind of bytes. */
const plainBytes = (row: Credential): Credential => ({ ...row, publicKey: new Uint8Array(row.publicKey) })
