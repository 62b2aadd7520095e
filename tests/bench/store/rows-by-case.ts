import type Database from 'better-sqlite3'

/** Rows as they lie in a table, in the order of its columns. */
export type TableRows = { table: string; columns: readonly string[]; rows: readonly Row[] }
export type Row = readonly (string | number | null)[]

/** What lies in every table that is kept by case, case by case, computed columns left out. */
export function rowsByCase(client: Database.Database): (caseId: string) => TableRows[] {
  const tables = tablesOf(client).filter(({ columns }) => columns.includes('case_id')).map((table) => ({ ...table, byCase: grouped(table, readAll(client, table)) }))
  return (caseId) => tables.flatMap(({ table, columns, byCase }) => {
    const rows = byCase.get(caseId)
    return rows ? [{ table, columns, rows }] : []
  })
}

/** Everything in a database, table by table, for two to be compared. */
export const allRows = (client: Database.Database): TableRows[] =>
  tablesOf(client).filter(({ table }) => table !== 'migrations').map((one) => ({ ...one, rows: readAll(client, one) }))

type Table = Omit<TableRows, 'rows'>

const tablesOf = (client: Database.Database): Table[] =>
  client.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name").pluck().all().map((table) => ({
    table,
    columns: client.prepare<[], { name: string }>(`PRAGMA table_info("${table}")`).all().map(({ name }) => name),
  }))

function readAll(client: Database.Database, { table, columns }: Table): Row[] {
  const names = columns.map((name) => `"${name}"`).join(', ')
  return client.prepare<[], Row>(`SELECT ${names} FROM "${table}" ORDER BY ${columns.map((_, at) => at + 1).join(', ')}`).raw().all()
}

function grouped({ columns }: Table, rows: readonly Row[]): Map<string, Row[]> {
  const place = columns.indexOf('case_id')
  return Map.groupBy(rows, (row) => String(row[place]))
}
