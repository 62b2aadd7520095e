import { getTableColumns } from 'drizzle-orm'

import type { Session as SignedIn, SessionStore } from '../session-store.ts'

import type { Session } from './database.server.ts'
import { prepareInsert } from './insert.ts'
import { sessions } from './schema.ts'
import { prepareWithPerson } from './session-with-person.server.ts'
import { prepare } from './statement.ts'
import { columnNames, selected } from './table-columns.ts'

const SELECT = `SELECT ${selected(sessions, 's')} FROM sessions AS s`
const OPEN = 'revoked_at IS NULL'

const NEXT = Object.entries(getTableColumns(sessions)).map(([property, column]) => `:${property}::${column.getSQLType()}`).join(', ')
const REPLACE = `
  WITH ended AS (UPDATE sessions SET revoked_at = :seenAt::bigint WHERE id_hash = :ending AND ${OPEN} RETURNING 1)
  INSERT INTO sessions (${columnNames(sessions)}) SELECT ${NEXT} FROM ended`

const OPEN_OF = `${SELECT} WHERE s.person = :person AND s.revoked_at IS NULL AND s.ends_at > :now ORDER BY s.signed_in_at DESC, s.id_hash`

/** @param now tells which desks are lent still */
export function postgresSessions(database: Session, now: () => number): SessionStore {
  const insert = prepareInsert(database, sessions)
  const find = prepare<SignedIn>(database, 'session', `${SELECT} WHERE s.id_hash = :idHash`)
  const openOf = prepare<SignedIn>(database, 'sessions open', OPEN_OF)
  const replace = prepare(database, 'session replace', REPLACE)
  const touch = prepare(database, 'session touch', 'UPDATE sessions SET seen_at = :at::bigint WHERE id_hash = :idHash AND seen_at < :at::bigint')
  const revoke = prepare(database, 'session revoke', `UPDATE sessions SET revoked_at = :at WHERE id_hash = :idHash AND ${OPEN}`)
  const revokeOthers = prepare(database, 'sessions revoke others', `UPDATE sessions SET revoked_at = :at WHERE person = :person AND id_hash IS DISTINCT FROM :except AND ${OPEN}`)
  const forget = prepare(database, 'sessions forget', 'DELETE FROM sessions WHERE ends_at < :before')
  return {
    create: async (session) => void (await insert([session])),
    find: (idHash) => find.first({ idHash }),
    withPerson: prepareWithPerson(database, now),
    replace: async (ending, successor) => (await replace.run({ ...successor, ending })) === 1,
    touch: async (idHash, at) => void (await touch.run({ idHash, at })),
    revoke: async (idHash, at) => (await revoke.run({ idHash, at })) === 1,
    revokeOthers: (person, except, at) => revokeOthers.run({ person, except, at }),
    openOf: (person, at) => openOf.all({ person, now: at }),
    forget: (before) => forget.run({ before }),
  }
}
