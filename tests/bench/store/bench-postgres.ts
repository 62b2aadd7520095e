import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

import pg from 'pg'

import { freePort, startPostgres } from '#tests/factories/postgres-server.ts'

/** A PostgreSQL with every commit on the disk, and databases made on it as they are named. */
export type BenchPostgres = { database(name: string): Promise<string>; stop(): Promise<void> }

/** @param folder for its data */
export async function benchPostgres(folder: string): Promise<BenchPostgres> {
  const { url, stop } = await startPostgres({ folder: join(mkdtempSync(join(folder, 'postgres-')), 'data'), port: await freePort() })
  const database = async (name: string): Promise<string> => {
    await asked(url, `CREATE DATABASE ${name}`)
    return Object.assign(new URL(url), { pathname: `/${name}` }).href
  }
  return { database, stop }
}

/** One question on a connection of its own. */
export async function asked<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as Row[]
  } finally {
    await client.end()
  }
}
