import { existsSync } from 'node:fs'

import { isPostgres, pathOf, withoutPassword } from '../open-store.server.ts'
import { openPostgresStore } from '../postgres/postgres-store.server.ts'

import { differences } from './compare.ts'
import { copyChain } from './copy-chain.ts'
import { copyFiles } from './copy-files.ts'
import { copyTables } from './copy-tables.ts'
import { markMoved, movedTo } from './moved.ts'
import { openSource, type Source } from './source.ts'
import { openTarget, type Target } from './target.server.ts'

/** Why nothing can be copied, in a sentence for the operator. */
export class NotCopied extends Error {}

export type Copied = { rows: number; seconds: number; stoppedSeconds: number }

/**
 * Moves a town from a SQLite file to an empty PostgreSQL database. Most of it is copied while the portal runs; then the file is locked
 * (writes wait, after 5 s they are answered 503), the rest is copied, both are compared, and the file is marked as moved: it can only be
 * read from then on. Killed on the way it goes on where it was when it is called again. Throws NotCopied.
 */
export async function copyStore(from: string, to: string, say: (line: string) => void): Promise<Copied> {
  const path = pathOf(from)
  if (path === null || !existsSync(path)) throw new NotCopied(`There is no database file at ${from}.`)
  if (!isPostgres(to)) throw new NotCopied('The copy goes to a PostgreSQL database: write postgres://user:password@host/database.')
  const began = performance.now()
  const source = openSource(path)
  try {
    const moved = movedTo(source.client)
    if (moved !== null && moved !== withoutPassword(to)) throw new NotCopied(`This file was moved already, to ${moved}.`)
    await begin(to)
    const target = await openTarget(to)
    try {
      const { rows, stoppedMs } = moved === null ? await copyAll(source, target, withoutPassword(to), say) : { ...(await finish(source, target)), stoppedMs: 0 }
      return { rows, seconds: seconds(performance.now() - began), stoppedSeconds: seconds(stoppedMs) }
    } finally {
      await target.close()
    }
  } finally {
    source.close()
  }
}

/** Makes the tables, and a mark that a copy is under way. A database in which something is and no mark is somebody's. */
async function begin(to: string): Promise<void> {
  const target = await openTarget(to)
  try {
    const [there] = await target.query<{ copying: string | null; cases: string | null }>(`SELECT to_regclass('copying') AS copying, to_regclass('cases') AS cases`)
    if (there?.copying) return
    if (there?.cases) {
      const [some] = await target.query<{ some: boolean }>('SELECT EXISTS (SELECT 1 FROM cases) OR EXISTS (SELECT 1 FROM people) OR EXISTS (SELECT 1 FROM definitions) AS some')
      if (some?.some) throw new NotCopied('There is data in that database already, and not from a copy that was broken off. Give an empty one.')
    }
    await (await openPostgresStore(to)).close()
    await target.query('CREATE TABLE copying (since timestamptz NOT NULL DEFAULT now())')
  } finally {
    await target.close()
  }
}

async function copyAll(source: Source, target: Target, to: string, say: (line: string) => void): Promise<{ rows: number; stoppedMs: number }> {
  const chain = (): Promise<void> => copyChain(source, target, (done) => say(`${done} rows of the chain`))
  await chain()
  await copyFiles(source, target)
  say('Stopping writes for the rest …')
  const stopped = performance.now()
  source.client.exec('BEGIN IMMEDIATE')
  try {
    await chain()
    await copyFiles(source, target)
    await copyTables(source, target, () => {})
    await compared(source, target)
    markMoved(source.client, to, Date.now())
    source.client.exec('COMMIT')
    // whoever is killed here comes back to `finish`: the file is no longer written, the copy not yet used
    return { ...(await finish(source, target)), stoppedMs: performance.now() - stopped }
  } finally {
    if (source.client.inTransaction) source.client.exec('ROLLBACK')
  }
}

/** Gives the copy free. */
async function finish(source: Source, target: Target): Promise<{ rows: number }> {
  const rows = await compared(source, target)
  await target.query('DROP TABLE IF EXISTS copying')
  return { rows }
}

/** How many rows both hold. Throws when they differ. */
async function compared(source: Source, target: Target): Promise<number> {
  const { differences: found, rows } = await differences(source, target)
  if (found.length > 0) throw new NotCopied(`The copy is not equal to the file, so it is not used: ${JSON.stringify(found)}.`)
  return rows
}

const seconds = (ms: number): number => Math.round(ms / 100) / 10
