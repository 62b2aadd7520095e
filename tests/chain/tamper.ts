import type { Database } from 'better-sqlite3'

import type { Dice } from '#db/demo/dice.ts'

import type { Fault, Reason } from '../../audit/verify.ts'

/** What the verifier has to say: one of these reasons, of this case, entry or place, or of a stretch of the chain that has it in it. */
export type Expected = { reasons: readonly Reason[]; caseId?: string; entry?: string; seq?: number; within?: number }

/** One way to tamper. Changes a copy of a lived database, and says what has to be found. */
export type Tamper = (database: Database, dice: Dice) => Expected

export type Row = Record<string, string | number | null> & { rowid: number }

/** Any row of a table, or of those for which a condition holds. */
export function anyRow(database: Database, dice: Dice, table: string, where = 'true'): Row {
  const count = database.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get() ?? 0
  const row = database.prepare<[number], Row>(`SELECT rowid AS rowid, * FROM ${table} WHERE ${where} LIMIT 1 OFFSET ?`).get(dice.between(0, count - 1))
  if (!row) throw new Error(`nothing in ${table} where ${where}`)
  return row
}

/** Writes another value into a column: a text with one letter changed, a number more, something for nothing. */
export function change(database: Database, dice: Dice, table: string, row: Row, column: string): void {
  const value = other(dice, row[column] ?? null)
  database.prepare(`UPDATE ${table} SET "${column}" = ? WHERE rowid = ?`).run(value, row.rowid)
}

function other(dice: Dice, value: string | number | null): string | number {
  if (typeof value === 'number') return value + dice.between(1_000, 9_000)
  if (value === null || value === '') return 'x'
  const at = dice.between(0, value.length - 1)
  return `${value.slice(0, at)}${value[at] === 'q' ? 'r' : 'q'}${value.slice(at + 1)}`
}

/** Takes a row out. */
export const remove = (database: Database, table: string, row: Row): void => void database.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(row.rowid)

/** Puts a copy of a row in, with some other values. */
export function insert(database: Database, table: string, { rowid: _, ...row }: Row, changed: Readonly<Record<string, string | number | null>>): void {
  const known = new Set(database.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all())
  const values = Object.entries({ ...row, ...changed }).filter(([name]) => known.has(name))
  database.prepare(`INSERT INTO ${table} (${values.map(([name]) => `"${name}"`).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`).run(...values.map(([, value]) => value))
}

/** Does what was found fit? */
export function fits(found: Fault | null, { reasons, caseId, entry, seq, within }: Expected): boolean {
  if (!found || !reasons.includes(found.reason)) return false
  if (caseId !== undefined && found.caseId !== caseId) return false
  if (entry !== undefined && found.entry !== entry) return false
  if (seq !== undefined && found.seq !== seq) return false
  return within === undefined || (found.between !== null && found.between[0] <= within && within <= found.between[1])
}
