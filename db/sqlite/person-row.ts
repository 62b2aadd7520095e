import type { StoredPerson } from '../store.ts'

import { readJson } from './json-column.ts'
import { selected } from './prepared.ts'
import { people } from './schema.ts'

/** A person with lists in JSON, each row with its position: a list of one or two is put in order sooner here than by a sorter in SQL. */
export type PersonRow = Omit<StoredPerson, 'companies' | 'desks'> & { companies: string; desks: string }

/** Columns of `people AS p`; `:now` tells which desks are lent still. */
export const PERSON = `${selected(people, 'p')},
    (SELECT json_group_array(json_array(position, code, name)) FROM person_companies WHERE person = p.id) AS companies,
    (SELECT json_group_array(json_array(position, desk)) FROM person_desks WHERE person = p.id AND coalesce(until > :now, 1)) AS desks`

/** Takes of a row what is the person's. */
export const personOf = ({ id, kind, name, subject, demo, companies, desks }: PersonRow): StoredPerson => ({
  ...{ id, kind, name, subject, demo },
  companies: inOrder<[number, string, string]>('person_companies', companies).map(([, code, called]) => ({ code, name: called })),
  desks: inOrder<[number, string]>('person_desks', desks).map(([, desk]) => desk),
})

const inOrder = <Row extends [number, ...unknown[]]>(table: string, text: string): Row[] => readJson<Row[]>(table, text).sort(([one], [other]) => one - other)
