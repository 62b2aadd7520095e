import type { StoredPerson } from '../store.ts'

import { people } from './schema.ts'
import { selected } from './table-columns.ts'

/** A person with companies as two lists side by side. */
export type PersonRow = Omit<StoredPerson, 'companies' | 'desks'> & { codes: readonly string[]; names: readonly string[]; desks: readonly string[] }

/** Columns of `people AS p`; `:now` tells which desks are lent still. */
export const PERSON = `${selected(people, 'p')},
    ARRAY(SELECT code FROM person_companies WHERE person = p.id ORDER BY position) AS codes,
    ARRAY(SELECT name FROM person_companies WHERE person = p.id ORDER BY position) AS names,
    ARRAY(SELECT desk FROM person_desks WHERE person = p.id AND coalesce(until > :now::bigint, true) ORDER BY position) AS desks`

/** Takes of a row what is the person's. */
export const personOf = ({ id, kind, name, subject, demo, codes, names, desks }: PersonRow): StoredPerson => ({
  ...{ id, kind, name, subject, demo, desks },
  companies: codes.map((code, index) => ({ code, name: names[index] ?? '' })),
})
