import pg from 'pg'

import { tellAway } from './tell-away.ts'
import { valueTypes } from './text.ts'

/** What speaks to the database: any connection, or the one of a transaction. */
export type Session = { query(config: pg.QueryConfig): Promise<pg.QueryResult> }

export type Database = Session & {
  /** All or nothing; made again when the server gave it up for another one's sake, so `work` does nothing else. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Nobody waits longer for a connection, an answer or a lock, in ms: who can't be answered is told so. */
const PATIENCE_MS = 5000
const IDLE_IN_TRANSACTION_MS = 10_000
/** A connection that nobody needs is kept so long: a new one has to sign in and to plan everything again. */
const IDLE_MS = 300_000
const TRIES = 5
/** serialization_failure and deadlock_detected: the server undid everything and asks to try again. */
const TRY_AGAIN = new Set(['40001', '40P01'])

/**
 * A plan is made once a connection, for all values: the one that query-plan.test.ts sees. Lists are read in the order of an index and left
 * off after a page; a bitmap would collect all of a list first, and the plan for all values does not know which lists are long.
 */
const SETTINGS = `
  SELECT set_config('statement_timeout', '${PATIENCE_MS}', false), set_config('lock_timeout', '${PATIENCE_MS}', false),
    set_config('idle_in_transaction_session_timeout', '${IDLE_IN_TRANSACTION_MS}', false), set_config('plan_cache_mode', 'force_generic_plan', false),
    set_config('enable_bitmapscan', 'off', false),
    current_setting('synchronous_commit') AS durable`

/**
 * Connections to a server, made when they are needed. What can't be asked now throws StoreAway.
 * @param url `postgres://…` as libpq understands it
 * @param connections at most
 */
export function openDatabase(url: string, connections: number): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: 'onetrip',
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    types: valueTypes,
    onConnect: settle,
  })
  // Who asked for something is told; a connection that broke while nobody did is replaced.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  let closing: Promise<void> | null = null
  return {
    query: (config) => tellAway(again(() => lend(pool, (client) => client.query(config)))),
    transaction: (work) => tellAway(again(() => lend(pool, (client) => inTransaction(client, work)))),
    close: () => (closing ??= pool.end()),
  }
}

async function settle(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ durable: string }>(SETTINGS)
  if (rows[0]?.durable === 'off') {
    throw new Error('PostgreSQL is set to answer before it has written (synchronous_commit = off): what was promised could be lost. Set it to on for this database.')
  }
}

/** A connection that failed for another reason than what was asked of it is not used again. */
async function lend<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await work(client)
    client.release()
    return result
  } catch (error) {
    client.release(isRefusal(error) ? undefined : true)
    throw error
  }
}

async function inTransaction<T>(client: pg.PoolClient, work: (session: Session) => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    if (isRefusal(error)) await client.query('ROLLBACK')
    throw error
  }
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; left > 0; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && TRY_AGAIN.has(error.code ?? ''))) throw error
    }
  }
  return attempt()
}

/** The server said no and goes on. Of these classes it ends the connection as well: gone, shut down, idle for too long. */
const isRefusal = (error: unknown): boolean => error instanceof pg.DatabaseError && !/^(08|57P|25P03)/.test(error.code ?? '08')
