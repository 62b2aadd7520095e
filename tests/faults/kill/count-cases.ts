import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import pg from 'pg'

import { pathOf } from '#db/open-store.server.ts'

import { copyPostgres } from '../../../audit/copy-postgres.ts'
import { verifyFile } from '../../../audit/verify.ts'

/** Asked of the tables themselves: cases without a key of their own (made twice, or by halves), and what the verifier finds. */
export type Counted = { cases: number; keys: number; broken: unknown }

const CASES = 'SELECT count(*) AS count FROM cases'
const KEYS = 'SELECT count(*) AS count FROM idempotency JOIN cases USING (case_id)'

export async function counting(databaseUrl: string): Promise<Counted> {
  const path = pathOf(databaseUrl)
  if (path === null) return inPostgres(databaseUrl)
  const database = new Database(path, { readonly: true })
  const one = (sql: string): number => database.prepare<[], number>(sql).pluck().get() ?? 0
  const counts = { cases: one(CASES), keys: one(KEYS) }
  database.close()
  return { ...counts, broken: verifyFile(path, { shipped: [], keys: null }).broken }
}

async function inPostgres(databaseUrl: string): Promise<Counted> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const one = async (sql: string): Promise<number> => Number((await client.query<{ count: string }>(sql)).rows[0]?.count)
  const counts = { cases: await one(CASES), keys: await one(KEYS) }
  await client.end()
  return { ...counts, broken: await verified(databaseUrl) }
}

async function verified(databaseUrl: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-verified-'))
  try {
    await copyPostgres(databaseUrl, join(folder, 'copy.db'))
    return verifyFile(join(folder, 'copy.db'), { shipped: [], keys: null }).broken
  } finally {
    rmSync(folder, { recursive: true })
  }
}
