import type { PgTable } from 'drizzle-orm/pg-core'

import type { EventRow } from '../event-chain.ts'
import type { CaseCommit } from '../store.ts'
import type { RegisterRecord } from '../record-store.ts'

import { insertSql } from './insert.ts'
import type { Bound } from './statement.ts'
import { listsOf } from './table-columns.ts'

/** A commit with what is only known as it is written: hashed events, the text of the state, and records as they become. */
export type Written = { change: CaseCommit; events: readonly EventRow[]; stateText: string; records: readonly RegisterRecord[] }

/** One thing that a commit may write. It reads the row of `guard`, so that nothing is written unless the commit is let through. */
export type CommitPart = {
  /** Of the part of the statement; says the same of every statement it is in. */
  name: string
  sql: string
  /** Null when there is nothing to write: the statement goes without this part. */
  bound(written: Written): Bound | null
}

/** Whole rows of a table, in an order in which everybody locks them. */
export function rowsPart<T extends PgTable>(name: string, table: T, rowsOf: (written: Written) => readonly T['$inferInsert'][], conflict = ''): CommitPart {
  return {
    name,
    sql: insertSql(table, conflict, 'guard, '),
    bound: (written) => {
      const rows = rowsOf(written)
      return rows.length === 0 ? null : listsOf(table, rows)
    },
  }
}

/** Of several with one key the last, in the order of the keys. */
export function lastOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const last = new Map(rows.map((row) => [keyOf(row), row]))
  return [...last].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}
