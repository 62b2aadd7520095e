import type { PersonStore, StoredPerson } from '../store.ts'

import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { prepareUpsert, selected } from './prepared.ts'
import { people } from './schema.ts'

type Row = Omit<StoredPerson, 'companies' | 'desks'> & { companies: string; desks: string }

const SELECT = `
  SELECT ${selected(people, 'p')},
    (SELECT json_group_array(json_object('code', code, 'name', name) ORDER BY position) FROM person_companies WHERE person = p.id) AS companies,
    (SELECT json_group_array(desk ORDER BY position) FROM person_desks WHERE person = p.id) AS desks
  FROM people AS p`

export function sqlitePeople(connection: Connection): PersonStore {
  const { client } = connection
  const find = client.prepare<[string], Row>(`${SELECT} WHERE p.id = ?`)
  const bySubject = client.prepare<[string], Row>(`${SELECT} WHERE p.subject = ?`)
  const demo = client.prepare<[], Row>(`${SELECT} WHERE p.demo IS NOT NULL ORDER BY p.position`)
  const atDesk = client.prepare<[string], Row>(
    `${SELECT} WHERE p.kind = 'staff' AND p.id IN (SELECT person FROM person_desks WHERE desk = ?) ORDER BY p.name, p.id`,
  )
  return {
    find: async (id) => find.all(id).map(person)[0] ?? null,
    findBySubject: async (subject) => bySubject.all(subject).map(person)[0] ?? null,
    put: preparePut(connection),
    demo: async () => demo.all().map(person),
    atDesk: async (desk) => atDesk.all(desk).map(person),
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
  const desks = client.prepare<[string, string]>('INSERT INTO person_desks (person, desk, position) SELECT ?, value, key FROM json_each(?)')
  const companies = client.prepare<[string, string]>(
    `INSERT INTO person_companies (person, code, name, position) SELECT ?, value ->> 'code', value ->> 'name', key FROM json_each(?)`,
  )
  const putAll = client.transaction((all: readonly StoredPerson[]) => {
    for (const one of all) {
      upsert(one)
      for (const statement of deletes) statement.run(one.id)
      desks.run(one.id, JSON.stringify(one.desks))
      companies.run(one.id, JSON.stringify(one.companies))
    }
  })
  return async (all) => putAll.immediate(all)
}
