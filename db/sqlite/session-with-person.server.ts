import { getTableColumns } from 'drizzle-orm'

import type { Mandate } from '../mandate-store.ts'
import { by } from '../memory/order.ts'
import type { Session, SessionStore } from '../session-store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { type PersonRow, PERSON, personOf } from './person-row.ts'
import { selected } from './prepared.ts'
import { mandates, sessions } from './schema.ts'

type Row = Omit<Session, 'secondFactor'> & PersonRow & { secondFactor: 0 | 1; held: string | null }

const MANDATE = Object.entries(getTableColumns(mandates)).map(([property, { name }]) => `'${property}', m."${name}"`).join(', ')

/** Asked with every request. */
export const SESSION_WITH_PERSON = `
  SELECT ${selected(sessions, 's')}, ${PERSON},
    CASE p.kind WHEN 'citizen' THEN (SELECT json_group_array(json_object(${MANDATE})) FROM mandates AS m WHERE m.person = p.id AND m.revoked_at IS NULL) END AS held
  FROM sessions AS s JOIN people AS p ON p.id = s.person WHERE s.id_hash = :idHash`

/** A session with the person it is of and what they hold. */
export function prepareWithPerson({ client }: Connection, now: () => number): SessionStore['withPerson'] {
  const find = client.prepare<[{ idHash: string; now: number }], Row>(SESSION_WITH_PERSON)
  return async (idHash) => {
    const row = find.get({ idHash, now: now() })
    return row ? { session: sessionOf(row), person: personOf(row), mandates: row.held === null ? [] : mandatesOf(row.held) } : null
  }
}

const sessionOf = ({ idHash, person, provider, assurance, secondFactor, signedInAt, seenAt, endsAt, revokedAt }: Row): Session => ({
  ...{ idHash, person, provider, assurance, secondFactor: secondFactor === 1, signedInAt, seenAt, endsAt, revokedAt },
})

const mandatesOf = (held: string): Mandate[] =>
  readJson<(Omit<Mandate, 'services'> & { services: string | null })[]>('mandates', held)
    .map((one) => ({ ...one, services: one.services === null ? null : readJson<readonly string[]>('services', one.services) }))
    .sort(by(({ name, id }) => [name, id]))
