import type { PersonStore, StoredPerson } from '../store.ts'

import type { Database } from './database.server.ts'
import { preparePeoplePut } from './people-put.server.ts'
import { people } from './schema.ts'
import { prepare } from './statement.ts'
import { selected } from './table-columns.ts'

type Row = Omit<StoredPerson, 'companies' | 'desks'> & { codes: readonly string[]; names: readonly string[]; desks: readonly string[] }

const SELECT = `
  SELECT ${selected(people, 'p')},
    ARRAY(SELECT code FROM person_companies WHERE person = p.id ORDER BY position) AS codes,
    ARRAY(SELECT name FROM person_companies WHERE person = p.id ORDER BY position) AS names,
    ARRAY(SELECT desk FROM person_desks WHERE person = p.id AND coalesce(until > :now::bigint, true) ORDER BY position) AS desks
  FROM people AS p`

export const AT_DESK = `${SELECT}
  WHERE p.kind = 'staff' AND p.id IN (SELECT person FROM person_desks WHERE desk = :desk AND coalesce(until > :now::bigint, true)) ORDER BY p.name, p.id`

/** @param now tells which desks are lent still */
export function postgresPeople(database: Database, now: () => number): PersonStore {
  const find = prepare<Row>(database, 'person', `${SELECT} WHERE p.id = :id`)
  const bySubject = prepare<Row>(database, 'person by subject', `${SELECT} WHERE p.subject = :subject`)
  const demo = prepare<Row>(database, 'people demo', `${SELECT} WHERE p.demo IS NOT NULL ORDER BY p.position`)
  const atDesk = prepare<Row>(database, 'people at a desk', AT_DESK)
  const staff = prepare<Row>(database, 'staff', `${SELECT} WHERE p.kind = 'staff' ORDER BY p.name, p.id`)
  return {
    find: async (id) => (await find.all({ id, now: now() })).map(person)[0] ?? null,
    findBySubject: async (subject) => (await bySubject.all({ subject, now: now() })).map(person)[0] ?? null,
    put: preparePeoplePut(database),
    demo: async () => (await demo.all({ now: now() })).map(person),
    atDesk: async (desk) => (await atDesk.all({ desk, now: now() })).map(person),
    staff: async () => (await staff.all({ now: now() })).map(person),
  }
}

const person = ({ codes, names, ...row }: Row): StoredPerson => ({ ...row, companies: codes.map((code, index) => ({ code, name: names[index] ?? '' })) })
