import pg from 'pg'

/** A table's columns without those that the server numbers or computes. */
export type PostgresTable = { table: string; columns: readonly string[] }
export type PostgresRow = readonly unknown[]

const COLUMNS = `
  SELECT table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns FROM information_schema.columns
  WHERE table_schema = 'public' AND is_identity = 'NO' AND is_generated = 'NEVER' AND table_name NOT IN ('migrations') GROUP BY 1 ORDER BY 1`

/** Everything in a database, table by table, each value as text. */
export async function postgresRows(url: string): Promise<(PostgresTable & { rows: readonly PostgresRow[] })[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<PostgresTable>(COLUMNS)
    const read = []
    for (const { table, columns } of tables) {
      const text = `SELECT ${columns.map((name) => `"${name}"::text COLLATE "C"`).join(', ')} FROM "${table}" ORDER BY ${columns.map((_, at) => at + 1).join(', ')}`
      read.push({ table, columns, rows: (await client.query<unknown[]>({ text, rowMode: 'array' })).rows })
    }
    return read
  } finally {
    await client.end()
  }
}
