import type { CommitPart, Written } from './commit-part.ts'
import { givenOf } from './given-rows.ts'
import type { Bound } from './statement.ts'

type Key = 'task' | 'round' | 'desk' | 'key' | 'wait'

/**
 * Rows that the case no longer has; a new case had none. Those it keeps are written over: one statement can't take a row away and put
 * it back.
 */
export function gone<K extends Key>(table: string, key: readonly K[], rowsOf: (written: Written) => readonly Record<K, unknown>[]): CommitPart {
  const all = `DELETE FROM ${table} AS t USING guard WHERE t.case_id = :cases_case_id::text`
  const given = key.map((column) => ({ column, name: `gone_${table}_${column}`, type: column === 'round' ? 'bigint' : 'text' }))
  const isKept = given.map(({ column, name, type }) => `t.${column} = :${name}::${type}`).join(' AND ')
  const lists = given.map(({ name, type }) => `:${name}::${type}[]`).join(', ')
  const isListed = key.map((column) => `kept.${column} = t.${column}`).join(' AND ')
  const valuesOf = (rows: readonly Record<K, unknown>[]): Bound =>
    Object.fromEntries(given.map(({ column, name }) => [name, rows.length === 1 ? rows[0]?.[column] : rows.map((row) => row[column])]))
  return {
    name: `gone_${table}`,
    forms: {
      all,
      one: `${all} AND NOT (${isKept})`,
      some: `${all} AND NOT EXISTS (SELECT 1 FROM unnest(${lists}) AS kept (${key.join(', ')}) WHERE ${isListed})`,
    },
    bound: (written) => {
      if (written.change.expectedVersion === 0) return null
      const rows = rowsOf(written)
      if (rows.length === 0) return { form: 'all', given: givenOf({}) }
      return { form: rows.length === 1 ? 'one' : 'some', given: givenOf(valuesOf(rows)) }
    },
  }
}
