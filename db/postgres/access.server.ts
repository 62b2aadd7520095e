import { accessKey, accessStart } from '../sort-key.ts'
import type { AccessEntry, AccessStore, SourceCount } from '../store.ts'

import { prepareAppend } from './access-append.server.ts'
import { accessSql, DEPARTMENTS, ENTRY_COLUMNS, refusedSql } from './access-sql.ts'
import type { Session } from './database.server.ts'
import { readJson } from './json-column.ts'
import { pageFrom } from './page-from.ts'
import { prepare } from './statement.ts'

type Row = Omit<AccessEntry, 'reader' | 'fields'> & { reader: string; fields: string }

const COUNTS = `
  SELECT register, :from::text AS day, field, kind, sum(count)::bigint AS count FROM source_counts
  WHERE register = :register AND day BETWEEN :from::text AND :to GROUP BY register, field, kind ORDER BY field, kind`

const LAST_INSTANT = 9_007_199_254_740_991

export function postgresAccess(database: Session): AccessStore {
  const find = prepare<Row>(database, 'access entry', `SELECT ${ENTRY_COLUMNS} FROM access_log AS a WHERE a.id = :id`)
  const departments = prepare<{ department: string }>(database, 'access departments', DEPARTMENTS)
  const counts = prepare<SourceCount>(database, 'source counts', COUNTS)
  return {
    append: prepareAppend(database),
    of: prepareOf(database),
    find: async (id) => (await find.all({ id })).map(entry)[0] ?? null,
    departmentsOf: async (subject, now) => (await departments.all({ subject, now })).map(({ department }) => department),
    refused: prepareRefused(database),
    counts: (register, from, to) => counts.all({ register, from, to }),
  }
}

function prepareOf(database: Session): AccessStore['of'] {
  const prepared = (name: string, ofDepartment: boolean) => ({
    after: prepare<Row>(database, `access ${name} after`, accessSql('after', ofDepartment)),
    before: prepare<Row>(database, `access ${name} before`, accessSql('before', ofDepartment)),
  })
  const [every, ofOne] = [prepared('of a subject', false), prepared('by a department', true)]
  return ({ subject, now, department, since, until }, page) => {
    const statements = department === null ? every : ofOne
    const bound = { subject, now, department, since: since ?? 0, until: until ?? LAST_INSTANT }
    return pageFrom<AccessEntry>(page, accessStart, accessKey, async (side, [sort, id], limit) => (await statements[side].all({ ...bound, sort, id, limit })).map(entry))
  }
}

function prepareRefused(database: Session): AccessStore['refused'] {
  const statements = { after: prepare<Row>(database, 'access refused after', refusedSql('after')), before: prepare<Row>(database, 'access refused before', refusedSql('before')) }
  return (registers, page) =>
    pageFrom<AccessEntry>(page, accessStart, accessKey, async (side, [sort, id], limit) => (await statements[side].all({ registers, sort, id, limit })).map(entry))
}

const entry = (row: Row): AccessEntry => ({ ...row, reader: readJson('access_log.reader', row.reader), fields: readJson('access_log.fields', row.fields) })
