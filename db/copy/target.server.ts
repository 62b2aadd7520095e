import pg from 'pg'

import { storable } from '../postgres/text.ts'

import type { Row } from './source.ts'

type Column = { name: string; type: string }

/** The PostgreSQL database that is copied into. */
export type Target = {
  query<Result extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Result[]>
  /** What a row of the table is given; computed columns are not. */
  columns(table: string): Promise<readonly Column[]>
  /** Writes rows in this order; one whose key is taken gets the new values, or stays as it is. */
  insert(table: string, rows: readonly Row[], taken?: 'replace' | 'keep'): Promise<void>
  transaction(work: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

const COLUMNS = `
  SELECT column_name AS name, CASE data_type WHEN 'ARRAY' THEN 'text[]' ELSE data_type END AS type
  FROM information_schema.columns
  WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER' AND is_identity = 'NO' ORDER BY ordinal_position`
const KEY = `
  SELECT a.attname AS name FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = $1::regclass AND i.indisprimary`

export async function openTarget(url: string): Promise<Target> {
  const client = new pg.Client({ connectionString: url, application_name: 'onetrip copy' })
  await client.connect()
  const known = new Map<string, { columns: readonly Column[]; key: readonly string[] }>()
  const query: Target['query'] = async (sql, values = []) => (await client.query(sql, [...values])).rows
  const shapeOf = async (table: string) => {
    const shape = known.get(table) ?? { columns: await query<Column>(COLUMNS, [table]), key: (await query<{ name: string }>(KEY, [table])).map(({ name }) => name) }
    known.set(table, shape)
    return shape
  }
  return {
    query,
    columns: async (table) => (await shapeOf(table)).columns,
    insert: async (table, rows, taken) => {
      const { columns, key } = await shapeOf(table)
      const lists = columns.map((column) => rows.map((row) => valueOf(column, row[column.name])))
      await client.query({ name: `copy ${table} ${taken ?? ''}`, text: insertSql(table, columns, taken ? conflict(columns, key, taken) : ''), values: lists })
    },
    transaction: async (work) => {
      await client.query('BEGIN')
      try {
        await work()
        await client.query('COMMIT')
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {})
        throw error
      }
    },
    close: () => client.end(),
  }
}

const valueOf = ({ type }: Column, value: unknown): unknown => (type === 'boolean' && value !== null ? Boolean(value) : storable(value))

function insertSql(table: string, columns: readonly Column[], conflicting: string): string {
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const lists = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ')
  return `INSERT INTO "${table}" (${names}) SELECT ${names} FROM unnest(${lists}) WITH ORDINALITY AS given (${names}, given_place) ORDER BY given_place ${conflicting}`
}

function conflict(columns: readonly Column[], key: readonly string[], taken: 'replace' | 'keep'): string {
  if (taken === 'keep') return 'ON CONFLICT DO NOTHING'
  const set = columns.filter(({ name }) => !key.includes(name)).map(({ name }) => `"${name}" = excluded."${name}"`)
  return `ON CONFLICT (${key.map((name) => `"${name}"`).join(', ')}) DO UPDATE SET ${set.join(', ')}`
}
