import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { freePort, startPostgres } from '#tests/factories/postgres-server.ts'

/** A Directus of its own on a PostgreSQL of its own, every commit on the disk. */
export type Directus = {
  url: string
  /** What is sent along with every request: the administrator's token. */
  headers: Record<string, string>
  /** Makes a collection with a column for each value of the first item, and puts the items in. */
  fill(collection: string, items: readonly Item[]): Promise<void>
  stop(): Promise<void>
}

/** Flat: what a column can hold. */
export type Item = Readonly<Record<string, string | number | boolean | null>>

const CLI = join(import.meta.dirname, '../peers/node_modules/directus/cli.js')
const TOKEN = 'the-token-of-a-bench'
const POLL_MS = 200

/** @param folder for its data */
export async function startDirectus(folder: string): Promise<Directus> {
  const own = mkdtempSync(join(folder, 'directus-'))
  const postgres = await startPostgres({ folder: join(own, 'data'), port: await freePort() })
  const port = await freePort()
  const options = { cwd: own, env: { ...process.env, ...settings(postgres.url, port) } }
  const made = spawnSync(process.execPath, [CLI, 'bootstrap'], { ...options, encoding: 'utf8' })
  if (made.status !== 0) {
    await postgres.stop()
    throw new Error(`Directus could not make its tables: ${made.stderr}`)
  }
  const child = spawn(process.execPath, [CLI, 'start'], { ...options, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
  while (!(await fetch(`${url}/server/ping`).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`Directus ended with ${child.exitCode}`)
    await wait(POLL_MS)
  }
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    await postgres.stop()
  }
  return { url, headers, fill: (collection, items) => fill(url, headers, collection, items), stop }
}

/** Nothing but what a server needs that is asked by one person: no cache, no limits, no word home. */
const settings = (database: string, port: number): Record<string, string> => ({
  DB_CLIENT: 'pg', DB_CONNECTION_STRING: database, HOST: '127.0.0.1', PORT: String(port),
  SECRET: 'a secret for benches, of some length', ADMIN_EMAIL: 'bench@example.org', ADMIN_PASSWORD: 'a password for benches', ADMIN_TOKEN: TOKEN,
  TELEMETRY: 'false', LOG_LEVEL: 'error', PRESSURE_LIMITER_ENABLED: 'false', CACHE_ENABLED: 'false', RATE_LIMITER_ENABLED: 'false', NODE_ENV: 'production',
})

async function fill(url: string, headers: Record<string, string>, collection: string, items: readonly Item[]): Promise<void> {
  const columns = Object.entries(items[0] ?? {}).filter(([field]) => field !== 'id')
  const fields = [
    { field: 'id', type: 'uuid', meta: { special: ['uuid'] }, schema: { is_primary_key: true } },
    ...columns.map(([field, value]) => ({ field, type: typeof value === 'number' ? 'float' : typeof value === 'boolean' ? 'boolean' : 'text', schema: {} })),
  ]
  await send(`${url}/collections`, headers, { collection, schema: {}, meta: {}, fields })
  await send(`${url}/items/${collection}`, headers, items)
}

async function send(url: string, headers: Record<string, string>, body: unknown): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`Directus refused ${url}: ${await answer.text()}`)
}
