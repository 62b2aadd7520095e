import { existsSync, rmSync } from 'node:fs'

import Database from 'better-sqlite3'
import pg from 'pg'

import { headAfter, ZEROS } from './chain-row.ts'

/** A server that can't be read, in a sentence for the operator. */
export class UnreadableServer extends Error {}

type Row = Readonly<Record<string, string | number | null>>

const BATCH = 5000
const CONNECT_MS = 10_000

/** What the chain is about and what it is made of, in the columns that are verified. */
const TABLES: Readonly<Record<string, readonly string[]>> = {
  events: ['case_id', 'version', 'type', 'at', 'actor', 'data', 'prev_hash', 'hash'],
  cases: ['case_id', 'version', 'state'],
  access_log: ['id', 'request', 'at', 'subject', 'reader', 'department', 'desk', 'what', 'register', 'agreement', 'purpose', 'service', 'ref', 'draft', 'on_behalf_of', 'fields', 'outcome', 'why', 'shown_from'],
  checkpoints: ['size', 'head', 'at', 'key', 'signature', 'shipped_at'],
  chain: ['seq', 'kind', 'case_id', 'version', 'entry', 'leaf', 'head'],
}
const KEYS: Readonly<Record<string, string>> = { events: 'case_id, version', cases: 'case_id', access_log: 'id', checkpoints: 'size', chain: 'seq' }
const WHOLE_NUMBERS = new Set(['version', 'size', 'seq', 'shown_from', 'shipped_at'])

/**
 * Copies what is verified out of a PostgreSQL database into a new file, as it stood at one moment; the portals may go on writing.
 * Links that wait for their place in the chain get it here, in the order in which they wait. Throws UnreadableServer.
 */
export async function copyPostgres(url: string, path: string): Promise<void> {
  if (existsSync(path)) throw new UnreadableServer(`There is a file at ${path} already.`)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, application_name: 'onetrip audit' })
  const copy = new Database(path)
  try {
    await client.connect()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    for (const [table, columns] of Object.entries(TABLES)) await copyTable(client, copy, table, columns)
    await linkWaiting(client, copy)
  } catch (error) {
    copy.close()
    rmSync(path, { force: true })
    throw error instanceof Error && 'code' in error ? new UnreadableServer(`The server can't be read as one of OneTrip: ${error.message}.`) : error
  } finally {
    await client.end().catch(() => {})
    if (copy.open) copy.close()
  }
}

async function copyTable(client: pg.Client, copy: Database.Database, table: string, columns: readonly string[]): Promise<void> {
  copy.exec(`CREATE TABLE ${table} (${columns.map((name) => `${name} ${isNumber(table, name) ? 'INTEGER' : 'TEXT'}`).join(', ')}, PRIMARY KEY (${KEYS[table]})) STRICT`)
  const insert = copy.prepare(`INSERT INTO ${table} VALUES (${columns.map((name) => `:${name}`).join(', ')})`)
  const all = copy.transaction((rows: readonly Row[]) => rows.forEach((row) => insert.run(row)))
  await eachBatch(client, `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${KEYS[table]}`, all)
}

const isNumber = (table: string, name: string): boolean => WHOLE_NUMBERS.has(name) || (name === 'at' && table !== 'events')

/** They are a part of the chain already, but for their number and head. */
async function linkWaiting(client: pg.Client, copy: Database.Database): Promise<void> {
  let { seq, head } = copy.prepare<[], { seq: number; head: string }>('SELECT seq, head FROM chain ORDER BY seq DESC LIMIT 1').get() ?? { seq: 0, head: ZEROS }
  const insert = copy.prepare('INSERT INTO chain VALUES (:seq, :kind, :case_id, :version, :entry, :leaf, :head)')
  const all = copy.transaction((rows: readonly Row[]) => {
    for (const row of rows) {
      seq += 1
      // trusted: the columns of chain_waiting
      const link = { seq, kind: String(row['kind']), caseId: row['case_id'] as string | null, version: row['version'] as number | null, entry: row['entry'] as string | null, leaf: String(row['leaf']) }
      head = headAfter(head, link)
      insert.run({ ...row, seq, head })
    }
  })
  await eachBatch(client, 'SELECT kind, case_id, version, entry, leaf FROM chain_waiting ORDER BY place', all)
}

async function eachBatch(client: pg.Client, select: string, take: (rows: readonly Row[]) => void): Promise<void> {
  await client.query(`DECLARE reading NO SCROLL CURSOR FOR ${select}`)
  for (;;) {
    const { rows } = await client.query<Row>({ text: `FETCH ${BATCH} FROM reading`, types: VALUES })
    if (rows.length === 0) break
    take(rows)
  }
  await client.query('CLOSE reading')
}

const { INT8, TEXT } = pg.types.builtins

/** PostgreSQL keeps no U+0000 in text: U+0001 and a digit stand for it and for itself (docs/audit.md). */
const asWritten = (text: string): string => (text.includes('\u0001') ? text.replaceAll('\u00010', '\u0000').replaceAll('\u00011', '\u0001') : text)

const VALUES: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => (oid === INT8 ? Number : oid === TEXT ? asWritten : pg.types.getTypeParser(oid, format))) as pg.CustomTypesConfig['getTypeParser'],
}
