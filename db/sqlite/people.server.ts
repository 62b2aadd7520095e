import type { PersonKept, PersonStore, StoredPerson } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { prepareUpsert, selected } from './prepared.ts'
import { people } from './schema.ts'

type Row = Omit<StoredPerson, 'companies' | 'desks'> & { companies: string; desks: string }

const SELECT = `
  SELECT ${selected(people, 'p')},
    (SELECT json_group_array(json_object('code', code, 'name', name) ORDER BY position) FROM person_companies WHERE person = p.id) AS companies,
    (SELECT json_group_array(desk ORDER BY position) FROM person_desks WHERE person = p.id AND coalesce(until > :now, 1)) AS desks
  FROM people AS p`

export function sqlitePeople(connection: Connection, now: () => number): PersonStore {
  const { client } = connection
  const prepare = <Bound extends object>(rest: string) => client.prepare<[Bound & { now: number }], Row>(`${SELECT} ${rest}`)
  const find = prepare<{ id: string }>('WHERE p.id = :id')
  const bySubject = prepare<{ subject: string }>('WHERE p.subject = :subject')
  const demo = prepare('WHERE p.demo IS NOT NULL ORDER BY p.position')
  const atDesk = prepare<{ desk: string }>(
    `WHERE p.kind = 'staff' AND p.id IN (SELECT person FROM person_desks WHERE desk = :desk AND coalesce(until > :now, 1)) ORDER BY p.name, p.id`,
  )
  const staff = prepare(`WHERE p.kind = 'staff' ORDER BY p.name, p.id`)
  return {
    find: async (id) => find.all({ id, now: now() }).map(person)[0] ?? null,
    findBySubject: async (subject) => bySubject.all({ subject, now: now() }).map(person)[0] ?? null,
    put: preparePut(connection),
    demo: async () => demo.all({ now: now() }).map(person),
    atDesk: async (desk) => atDesk.all({ desk, now: now() }).map(person),
    staff: async () => staff.all({ now: now() }).map(person),
  }
}

const person = (row: Row): StoredPerson => ({
  ...row,
  companies: readJson('person_companies', row.companies),
  desks: readJson('person_desks', row.desks),
})

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
