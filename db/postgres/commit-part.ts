import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

import type { EventRow } from '../event-chain.ts'
import type { CaseCommit } from '../store.ts'
import type { RegisterRecord } from '../record-store.ts'

import { formOf, type Given, givenOf, ROW_FORMS, rowBinder, type RowForm, rowsIfLetThrough } from './given-rows.ts'
import type { Bound } from './statement.ts'
import { columnNames } from './table-columns.ts'

/** A commit with what is only known as it is written: events, hashed from the one before, the text of the state, and records as they become. */
export type Written = { change: CaseCommit; prevHash: string; events: readonly EventRow[]; stateText: string; records: readonly RegisterRecord[] }

/** One thing that a commit may write. It reads the row of `guard`, so that nothing is written unless the commit is let through. */
export type CommitPart = {
  /** Of the part of the statement; says the same of every statement it is in. */
  name: string
  /** In SQL, by what there is to write. */
  forms: Readonly<Record<string, string>>
  /** Null when there is nothing to write: the statement goes without this part. */
  bound(written: Written): { form: string; given: Given } | null
}

/** A part that is written in one way. */
export const plainPart = ({ name, sql, bound }: { name: string; sql: string; bound(written: Written): Bound | null }): CommitPart => ({
  name,
  forms: { plain: sql },
  bound: (written) => {
    const values = bound(written)
    return values && { form: 'plain', given: givenOf(values) }
  },
})

/** Whole rows of a table, in an order in which everybody locks them. */
export function rowsPart<T extends PgTable>(name: string, table: T, rowsOf: (written: Written) => readonly T['$inferInsert'][], conflict = ''): CommitPart {
  const bind = rowBinder(table)
  const sqlOf = (form: RowForm) => `INSERT INTO ${getTableName(table)} (${columnNames(table)}) ${rowsIfLetThrough(table, form)} ${conflict}`
  return {
    name,
    forms: Object.fromEntries(ROW_FORMS.map((form) => [form, sqlOf(form)])),
    bound: (written) => {
      const rows = rowsOf(written)
      if (rows.length === 0) return null
      const form = formOf(rows.length)
      return { form, given: bind(form, rows) }
    },
  }
}

/** Of several with one key the last, in the order of the keys. */
export function lastOfEach<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const last = new Map(rows.map((row) => [keyOf(row), row]))
  return [...last].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}
