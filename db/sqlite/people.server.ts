import type { PersonKept, PersonStore } from '../store.ts'

import type { Connection } from './open-database.server.ts'
import { type PersonRow, PERSON, personOf } from './person-row.ts'
import { prepareUpsert } from './prepared.ts'
import { people } from './schema.ts'

const SELECT = `SELECT ${PERSON} FROM people AS p`

export function sqlitePeople(connection: Connection, now: () => number): PersonStore {
  const { client } = connection
  const prepare = <Bound extends object>(rest: string) => client.prepare<[Bound & { now: number }], PersonRow>(`${SELECT} ${rest}`)
  const find = prepare<{ id: string }>('WHERE p.id = :id')
  const bySubject = prepare<{ subject: string }>('WHERE p.subject = :subject')
  const demo = prepare('WHERE p.demo IS NOT NULL ORDER BY p.position')
  const atDesk = prepare<{ desk: string }>(
    `WHERE p.kind = 'staff' AND p.id IN (SELECT person FROM person_desks WHERE desk = :desk AND coalesce(until > :now, 1)) ORDER BY p.name, p.id`,
  )
  const staff = prepare(`WHERE p.kind = 'staff' ORDER BY p.name, p.id`)
  return {
    find: async (id) => find.all({ id, now: now() }).map(personOf)[0] ?? null,
    findBySubject: async (subject) => bySubject.all({ subject, now: now() }).map(personOf)[0] ?? null,
    put: preparePut(connection),
    demo: async () => demo.all({ now: now() }).map(personOf),
    atDesk: async (desk) => atDesk.all({ desk, now: now() }).map(personOf),
    staff: async () => staff.all({ now: now() }).map(personOf),
  }
}

function preparePut(connection: Connection): PersonStore['put'] {
  const { client } = connection
  const upsert = prepareUpsert(connection, people, [people.id])
  const deletes = ['person_desks', 'person_companies'].map((table) => client.prepare<[string]>(`DELETE FROM ${table} WHERE person = ?`))
  const desks = client.prepare<[{ person: string; desks: string; lent: string }]>(
    'INSERT INTO person_desks (person, desk, position, until) SELECT :person, d.value, d.key, l.value FROM json_each(:desks) AS d LEFT JOIN json_each(:lent) AS l ON l.key = d.value',
  )
  const companies = client.prepare<[string, string]>(
    `INSERT INTO person_companies (person, code, name, position) SELECT ?, value ->> 'code', value ->> 'name', key FROM json_each(?)`,
  )
  const putAll = client.transaction((all: readonly PersonKept[]) => {
    for (const { lent, ...one } of all) {
      upsert(one)
      for (const statement of deletes) statement.run(one.id)
      desks.run({ person: one.id, desks: JSON.stringify(one.desks), lent: JSON.stringify(lent ?? {}) })
      companies.run(one.id, JSON.stringify(one.companies))
    }
  })
  return async (all) => putAll.immediate(all)
}
