import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

import pg from 'pg'
import { inject } from 'vitest'

const POLL_MS = 50

/**
 * The address of a new database on this run's PostgreSQL, empty or a copy of another one that nobody is connected to. They go with the run.
 * @param template the address of the one to copy
 */
export async function newDatabase(template: string | null = null): Promise<string> {
  const { url } = await postgresServer()
  const name = `t_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name}${template === null ? '' : ` TEMPLATE ${new URL(template).pathname.slice(1)}`}`)
  } finally {
    await client.end()
  }
  return withDatabase(url, name)
}

/** The server of this run, once it answers. */
export async function postgresServer(): Promise<{ url: string }> {
  const { url, ready } = inject('postgres')
  while (!existsSync(ready)) {
    if (existsSync(`${ready}.failed`)) throw new Error(`PostgreSQL did not start: ${readFileSync(`${ready}.failed`, 'utf8')}`)
    await wait(POLL_MS)
  }
  return { url }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
