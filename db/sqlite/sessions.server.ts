import { eq, sql } from 'drizzle-orm'

import type { Session, SessionStore } from '../session-store.ts'

import type { Connection } from './open-database.server.ts'
import { prepareInsert } from './prepared.ts'
import { sessions } from './schema.ts'
import { prepareWithPerson } from './session-with-person.server.ts'

const OPEN = 'revoked_at IS NULL'

/** @param now tells which desks are lent still */
export function sqliteSessions(connection: Connection, now: () => number): SessionStore {
  const { client, orm, write } = connection
  const insert = prepareInsert(connection, sessions)
  const find = orm.select().from(sessions).where(eq(sessions.idHash, sql.placeholder('idHash'))).prepare()
  const openOf = orm
    .select()
    .from(sessions)
    .where(sql`${sessions.person} = ${sql.placeholder('person')} AND ${sessions.revokedAt} IS NULL AND ${sessions.endsAt} > ${sql.placeholder('now')}`)
    .orderBy(sql`${sessions.signedInAt} DESC`, sessions.idHash)
    .prepare()
  const touch = client.prepare<[number, string, number]>('UPDATE sessions SET seen_at = ? WHERE id_hash = ? AND seen_at < ?')
  const revoke = client.prepare<[number, string]>(`UPDATE sessions SET revoked_at = ? WHERE id_hash = ? AND ${OPEN}`)
  const revokeOthers = client.prepare<[number, string, string | null]>(`UPDATE sessions SET revoked_at = ? WHERE person = ? AND id_hash IS NOT ? AND ${OPEN}`)
  const forget = client.prepare<[number]>('DELETE FROM sessions WHERE ends_at < ?')
  const replace = (idHash: string, successor: Session): boolean => {
    if (revoke.run(successor.seenAt, idHash).changes !== 1) return false
    insert(successor)
    return true
  }
  return {
    create: (session) => write(() => insert(session)),
    find: async (idHash) => find.get({ idHash }) ?? null,
    withPerson: prepareWithPerson(connection, now),
    replace: (idHash, successor) => write(() => replace(idHash, successor)),
    touch: (idHash, at) => write(() => void touch.run(at, idHash, at)),
    revoke: (idHash, at) => write(() => revoke.run(at, idHash).changes === 1),
    revokeOthers: (person, except, at) => write(() => revokeOthers.run(at, person, except).changes),
    openOf: async (person, at) => openOf.all({ person, now: at }),
    forget: async (before) => forget.run(before).changes,
  }
}
