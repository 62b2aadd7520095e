import { and, asc, eq, isNull, sql } from 'drizzle-orm'

import type { MandateStore } from '../mandate-store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareUpsert } from './prepared.ts'
import { mandates } from './schema.ts'

export function sqliteMandates(connection: Connection): MandateStore {
  const { client, orm } = connection
  const where = (column: typeof mandates.person | typeof mandates.subject) =>
    orm.select().from(mandates).where(and(eq(column, sql.placeholder('who')), isNull(mandates.revokedAt))).orderBy(asc(mandates.name), asc(mandates.id)).prepare()
  const [held, given] = [where(mandates.person), where(mandates.subject)]
  const find = orm.select().from(mandates).where(eq(mandates.id, sql.placeholder('id'))).prepare()
  const put = prepareUpsert(connection, mandates, [mandates.id])
  const revoke = client.prepare<[number, string]>('UPDATE mandates SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL')
  return {
    heldBy: async (person) => held.all({ who: person }),
    givenFor: async (subject) => given.all({ who: subject }),
    find: async (id) => find.get({ id }) ?? null,
    put: async (mandate) => put(mandate),
    revoke: async (id, at) => revoke.run(at, id).changes === 1,
  }
}
