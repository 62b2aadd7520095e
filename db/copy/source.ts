import Database, { type Statement } from 'better-sqlite3'

export type Row = Readonly<Record<string, unknown>>

/** What a column of the target is made of where the source has none of that name. */
const MADE_HERE: Readonly<Record<string, string>> = {
  'tallies.slot': '0',
  'turnarounds.slot': '0',
  'source_counts.slot': '0',
  'access_log.reader_id': `json_extract(reader, '$.id')`,
}

/** The database file that is copied from. */
export type Source = ReturnType<typeof openSource>

export function openSource(path: string) {
  const client = new Database(path, { fileMustExist: true, timeout: 30_000 })
  client.pragma('synchronous = FULL')
  const columnsOf = (table: string): string[] => client.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  /** Columns of the target as an expression each. Throws when the source has no such column: the two are of different versions. */
  const selecting = (table: string, columns: readonly string[], alias = ''): string => {
    const own = new Set(columnsOf(table))
    return columns.map((column) => {
      const made = MADE_HERE[`${table}.${column}`]
      if (!own.has(column) && made === undefined) throw new Error(`The copy knows no column ${column} of ${table}: the two databases are of different versions`)
      return own.has(column) ? `${alias}"${column}"` : `${made} AS "${column}"`
    }).join(', ')
  }
  return {
    client,
    selecting,
    count: (table: string): number => client.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0,
    pages: (table: string, columns: readonly string[], limit: number) => pagesOf(client, table, selecting(table, columns), limit),
    close: () => void client.close(),
  }
}

/** All rows of a table in the order of its key, page after page. */
function* pagesOf(client: Database.Database, table: string, columns: string, limit: number): Generator<Row[]> {
  const key = keyOf(client, table)
  const names = key.map((column) => `"${column}"`).join(', ')
  const page = (where: string): Statement<unknown[], Row> => client.prepare(`SELECT ${names}, ${columns} FROM "${table}" ${where} ORDER BY ${names} LIMIT ${limit}`)
  const next = page(`WHERE (${names}) > (${key.map(() => '?').join(', ')})`)
  for (let rows = page('').all(); rows.length > 0; ) {
    yield rows
    const last = rows.at(-1)
    rows = next.all(...key.map((column) => last?.[column]))
  }
}

/** Its primary key, or the number of its rows where it has none. */
function keyOf(client: Database.Database, table: string): string[] {
  const key = client.prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(table)
  return key.length > 0 ? key : ['rowid']
}
