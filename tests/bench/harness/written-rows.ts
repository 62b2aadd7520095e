import Database from 'better-sqlite3'

export type Value = string | number | null | { base64: string }

/** A row that something has written: as it is now. `fresh`: it was not there before. */
export type WrittenRow = { table: string; columns: string[]; values: Value[]; fresh: boolean }

/**
 * Looks at a database again and again. @returns the rows that are new or changed since it was last asked, of all tables; what
 * was deleted is not among them
 */
export function watchRows(path: string): () => WrittenRow[] {
  let before = snapshot(path)
  return () => {
    const [then, now] = [before, snapshot(path)]
    before = now
    return [...now].flatMap(([key, row]) => (then.get(key)?.text === row.text ? [] : [{ ...row.row, fresh: !then.has(key) }]))
  }
}

type Kept = { text: string; row: Omit<WrittenRow, 'fresh'> }

function snapshot(path: string): Map<string, Kept> {
  const database = new Database(path, { readonly: true })
  try {
    return new Map(tablesOf(database).flatMap((table) => rowsOf(database, table)))
  } finally {
    database.close()
  }
}

const tablesOf = (database: Database.Database): string[] =>
  database.prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").all().map(({ name }) => name)

function rowsOf(database: Database.Database, table: string): [string, Kept][] {
  // computed columns are not in this list
  const info = database.prepare<[], { name: string; pk: number }>(`PRAGMA table_info("${table}")`).all()
  const columns = info.map(({ name }) => name)
  const rows = database.prepare<[], unknown[]>(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM "${table}"`).raw().all()
  return rows.map((row) => {
    const values = row.map((value): Value => (Buffer.isBuffer(value) ? { base64: value.toString('base64') } : (value as Value)))
    return [JSON.stringify([table, ...values.filter((_, at) => (info[at]?.pk ?? 0) > 0)]), { text: JSON.stringify(values), row: { table, columns, values } }]
  })
}
