import { eq, sql } from 'drizzle-orm'

import { readPage, type ReadRows } from '../page.ts'
import { accessKey, accessStart } from '../sort-key.ts'
import type { AccessEntry, AccessQuery, AccessStore, SourceCount } from '../store.ts'

import { prepareChain } from './chain.server.ts'
import { readJson } from './json-column.ts'
import type { Connection } from './open-database.server.ts'
import { prepareInsert, selected } from './prepared.ts'
import { accessLog } from './schema.ts'
import { prepareSourceCounts } from './source-counts.server.ts'

type Row = Omit<AccessEntry, 'reader' | 'fields'> & { reader: string; fields: string }
type Side = 'after' | 'before'

const ORDER = { after: ['>', 'ASC'], before: ['<', 'DESC'] } as const

export function accessSql(side: Side, ofDepartment: boolean): string {
  const [than, order] = ORDER[side]
  return `
    SELECT ${selected(accessLog, 'a')} FROM access_log AS a
    WHERE a.subject = :subject ${ofDepartment ? 'AND a.department = :department' : ''} AND a.outcome = 'read'
      AND (a.sort, a.id) ${than} (:sort, :id) AND a.shown_from <= :now AND a.at BETWEEN :since AND :until
    ORDER BY a.sort ${order}, a.id ${order} LIMIT :limit`
}

/** A page of each register's, from an index; those are merged. */
export function refusedSql(side: Side): string {
  const [than, order] = ORDER[side]
  return `
    SELECT ${selected(accessLog, 'a')} FROM json_each(:registers) AS r CROSS JOIN access_log AS a
    WHERE a.rowid IN (
      SELECT rowid FROM access_log WHERE register = r.value AND outcome = 'refused' AND (sort, id) ${than} (:sort, :id)
      ORDER BY sort ${order}, id ${order} LIMIT :limit
    )
    ORDER BY a.sort ${order}, a.id ${order} LIMIT :limit`
}

const DEPARTMENTS = `
  SELECT DISTINCT department FROM access_log WHERE subject = ? AND outcome = 'read' AND shown_from <= ? ORDER BY department`

const COUNTS = `
  SELECT register, :from AS day, field, kind, sum(count) AS count FROM source_counts
  WHERE register = :register AND day BETWEEN :from AND :to GROUP BY field, kind ORDER BY field, kind`

const LAST_INSTANT = 9_007_199_254_740_991

export function sqliteAccess(connection: Connection): AccessStore {
  const { client, orm } = connection
  const find = orm.select().from(accessLog).where(eq(accessLog.id, sql.placeholder('id'))).prepare()
  const departments = client.prepare<[string, number], string>(DEPARTMENTS).pluck()
  const counts = client.prepare<[{ register: string; from: string; to: string }], SourceCount>(COUNTS)
  return {
    append: prepareAppend(connection),
    of: prepareOf(connection),
    find: async (id) => find.get({ id }) ?? null,
    departmentsOf: async (subject, now) => departments.all(subject, now),
    refused: prepareRefused(connection),
    counts: async (register, from, to) => counts.all({ register, from, to }),
  }
}

function prepareAppend(connection: Connection): AccessStore['append'] {
  const insert = prepareInsert(connection, accessLog)
  const chain = prepareChain(connection)
  const count = prepareSourceCounts(connection)
  const all = (entries: readonly AccessEntry[], counts: readonly SourceCount[]): void => {
    for (const entry of entries) {
      insert(entry)
      chain.access(entry.id)
    }
    count(counts)
  }
  return (entries, counts) => connection.write(() => all(entries, counts))
}

function prepareOf({ client }: Connection): AccessStore['of'] {
  const prepare = (ofDepartment: boolean) => ({
    after: client.prepare<[object], Row>(accessSql('after', ofDepartment)),
    before: client.prepare<[object], Row>(accessSql('before', ofDepartment)),
  })
  const [every, ofOne] = [prepare(false), prepare(true)]
  return async ({ subject, now, department, since, until }: AccessQuery, page) => {
    const statements = department === null ? every : ofOne
    const bound = { subject, now, ...(department === null ? {} : { department }), since: since ?? 0, until: until ?? LAST_INSTANT }
    const read: ReadRows<AccessEntry> = (side, [sort, id], limit) => statements[side].all({ ...bound, sort, id, limit }).map(entry)
    return readPage(page, accessStart, accessKey, read)
  }
}

function prepareRefused({ client }: Connection): AccessStore['refused'] {
  const statements = { after: client.prepare<[object], Row>(refusedSql('after')), before: client.prepare<[object], Row>(refusedSql('before')) }
  return async (registers, page) => {
    const read: ReadRows<AccessEntry> = (side, [sort, id], limit) => statements[side].all({ registers: JSON.stringify(registers), sort, id, limit }).map(entry)
    return readPage(page, accessStart, accessKey, read)
  }
}

const entry = (row: Row): AccessEntry => ({ ...row, reader: readJson('access_log.reader', row.reader), fields: readJson('access_log.fields', row.fields) })
