import { getTableColumns } from 'drizzle-orm'

import { accessLink } from '../chain-link.ts'
import type { AccessEntry, AccessStore } from '../store.ts'

import { ADDED, added, slotOf } from './counters.ts'
import type { Session } from './database.server.ts'
import { insertSql } from './insert.ts'
import { accessLog, chainWaiting, sourceCounts } from './schema.ts'
import { prepare } from './statement.ts'
import { driverValue, listsOf } from './table-columns.ts'

/** Entries, the links that wait for their place in the chain, and counts: all or nothing, in one statement. */
const APPEND = `
  WITH entered AS (${insertSql(accessLog, '')}), linked AS (${insertSql(chainWaiting, '')}), counted AS (${insertSql(sourceCounts, ADDED.sources)})
  SELECT true AS done`

export function prepareAppend(database: Session): AccessStore['append'] {
  const append = prepare(database, 'access append', APPEND)
  return async (entries, counts) => {
    const rows = entries.map((entry) => ({ ...entry, readerId: entry.reader.id }))
    const sums = added(counts, ({ register, day, field, kind }) => [register, day, field, kind], slotOf(entries[0]?.id ?? ''))
    await append.run({ ...listsOf(accessLog, rows), ...listsOf(chainWaiting, entries.map(linkOf)), ...listsOf(sourceCounts, sums) })
  }
}

const { readerId: _readerId, ...HASHED } = getTableColumns(accessLog)

/** Of the entry's columns as they are stored. */
function linkOf(entry: AccessEntry) {
  const values: Readonly<Record<string, unknown>> = entry
  const columns = Object.entries(HASHED).map(([property, column]) => [column.name, driverValue(column, values[property])])
  return accessLink(entry.id, Object.fromEntries(columns) as Record<string, string | number | null>)
}
