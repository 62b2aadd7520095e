import type { PersonStore } from '../store.ts'

import type { Database } from './database.server.ts'
import { preparePeoplePut } from './people-put.server.ts'
import { type PersonRow, PERSON, personOf } from './person-row.ts'
import { prepare } from './statement.ts'

const SELECT = `SELECT ${PERSON} FROM people AS p`

export const AT_DESK = `${SELECT}
  WHERE p.kind = 'staff' AND p.id IN (SELECT person FROM person_desks WHERE desk = :desk AND coalesce(until > :now::bigint, true)) ORDER BY p.name, p.id`

/** @param now tells which desks are lent still */
export function postgresPeople(database: Database, now: () => number): PersonStore {
  const find = prepare<PersonRow>(database, 'person', `${SELECT} WHERE p.id = :id`)
  const bySubject = prepare<PersonRow>(database, 'person by subject', `${SELECT} WHERE p.subject = :subject`)
  const demo = prepare<PersonRow>(database, 'people demo', `${SELECT} WHERE p.demo IS NOT NULL ORDER BY p.position`)
  const atDesk = prepare<PersonRow>(database, 'people at a desk', AT_DESK)
  const staff = prepare<PersonRow>(database, 'staff', `${SELECT} WHERE p.kind = 'staff' ORDER BY p.name, p.id`)
  return {
    find: async (id) => (await find.all({ id, now: now() })).map(personOf)[0] ?? null,
    findBySubject: async (subject) => (await bySubject.all({ subject, now: now() })).map(personOf)[0] ?? null,
    put: preparePeoplePut(database),
    demo: async () => (await demo.all({ now: now() })).map(personOf),
    atDesk: async (desk) => (await atDesk.all({ desk, now: now() })).map(personOf),
    staff: async () => (await staff.all({ now: now() })).map(personOf),
  }
}
