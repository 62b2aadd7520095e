import type { PersonKept, PersonStore } from '../store.ts'

import type { Database } from './database.server.ts'
import { prepareUpsert } from './insert.ts'
import { people } from './schema.ts'
import { prepare } from './statement.ts'

const DESKS = `
  INSERT INTO person_desks (person, desk, position, until)
  SELECT * FROM unnest(:people::text[], :desks::text[], :positions::bigint[], :untils::bigint[])`

const COMPANIES = `
  INSERT INTO person_companies (person, code, name, position)
  SELECT * FROM unnest(:people::text[], :codes::text[], :names::text[], :positions::bigint[])`

/** People, their desks and companies; who is put again is replaced and keeps their place. */
export function preparePeoplePut(database: Database): PersonStore['put'] {
  const upsert = prepareUpsert(database, people, [people.id])
  const deletes = ['person_desks', 'person_companies'].map((table) => prepare(database, `${table} of people`, `DELETE FROM ${table} WHERE person = ANY(:ids::text[])`))
  const desks = prepare(database, 'insert person_desks', DESKS)
  const companies = prepare(database, 'insert person_companies', COMPANIES)
  return async (given) => {
    const all = [...new Map(given.map((one) => [one.id, one])).values()]
    const ids = all.map(({ id }) => id)
    await database.transaction(async (session) => {
      await upsert(all.map(({ id, kind, name, subject, demo }) => ({ id, kind, name, subject, demo })), session)
      for (const statement of deletes) await statement.run({ ids }, session)
      await desks.run(desksOf(all), session)
      await companies.run(companiesOf(all), session)
    })
  }
}

function desksOf(all: readonly PersonKept[]) {
  const rows = all.flatMap(({ id, desks, lent }) => desks.map((desk, position) => ({ id, desk, position, until: lent && Object.hasOwn(lent, desk) ? (lent[desk] ?? null) : null })))
  return { people: rows.map(({ id }) => id), desks: rows.map(({ desk }) => desk), positions: rows.map(({ position }) => position), untils: rows.map(({ until }) => until) }
}

function companiesOf(all: readonly PersonKept[]) {
  const rows = all.flatMap(({ id, companies }) => companies.map(({ code, name }, position) => ({ id, code, name, position })))
  return { people: rows.map(({ id }) => id), codes: rows.map(({ code }) => code), names: rows.map(({ name }) => name), positions: rows.map(({ position }) => position) }
}
