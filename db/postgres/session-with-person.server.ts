import { getTableColumns } from 'drizzle-orm'

import type { Mandate } from '../mandate-store.ts'
import type { Session as SignedIn, SessionStore } from '../session-store.ts'

import type { Session } from './database.server.ts'
import { type PersonRow, PERSON, personOf } from './person-row.ts'
import { mandates, sessions } from './schema.ts'
import { prepare } from './statement.ts'
import { readRow, selected } from './table-columns.ts'

type Row = SignedIn & PersonRow & { held: readonly (string | null)[] }

const COLUMNS = Object.entries(getTableColumns(mandates))

/** Mandates come as one list of texts, a column after the other: text in JSON would not come back as it was given. */
const HELD = `
  SELECT value FROM mandates AS m, unnest(ARRAY[${COLUMNS.map(([, { name }]) => `m."${name}"::text`).join(', ')}]) WITH ORDINALITY AS given (value, place)
  WHERE m.person = p.id AND m.revoked_at IS NULL ORDER BY m.name, m.id, place`

/** Asked with every request. */
export const SESSION_WITH_PERSON = `
  SELECT ${selected(sessions, 's')}, ${PERSON}, CASE p.kind WHEN 'citizen' THEN ARRAY(${HELD}) ELSE '{}' END AS held
  FROM sessions AS s JOIN people AS p ON p.id = s.person WHERE s.id_hash = :idHash`

/** A session with the person it is of and what they hold. */
export function prepareWithPerson(database: Session, now: () => number): SessionStore['withPerson'] {
  const find = prepare<Row>(database, 'session with person', SESSION_WITH_PERSON)
  return async (idHash) => {
    const row = await find.first({ idHash, now: now() })
    return row && { session: sessionOf(row), person: personOf(row), mandates: mandatesOf(row.held) }
  }
}

const sessionOf = ({ idHash, person, provider, assurance, secondFactor, signedInAt, seenAt, endsAt, revokedAt }: Row): SignedIn => ({
  ...{ idHash, person, provider, assurance, secondFactor, signedInAt, seenAt, endsAt, revokedAt },
})

const mandatesOf = (held: Row['held']): Mandate[] =>
  Array.from({ length: held.length / COLUMNS.length }, (_, row) => readRow(mandates, Object.fromEntries(COLUMNS.map(([property], column) => [property, held[row * COLUMNS.length + column]]))))
