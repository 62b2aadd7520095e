import { fileURLToPath } from 'node:url'

import { contentsApart } from './file-contents/contents-apart.ts'
import type { FileContents } from './file-contents/file-contents.ts'
import type { Store } from './store.ts'
import type { DataKeys } from './vault/data-keys.ts'

export type StoreSettings = { databaseUrl: string; now?: (() => number) | undefined; dataKeys?: DataKeys | undefined; contents?: FileContents | undefined }

/**
 * The store that an address names: `file:` and a path, relative or absolute, for SQLite (made with its folder when it isn't there),
 * `postgres://` or `postgresql://` for a database on a PostgreSQL server, both migrated; or `memory:` for one that forgets everything.
 * `now` is the machine's clock unless a test has its own.
 * With `dataKeys` everything personal in it is sealed; it throws WrongKeys when these are not the keys it was made with.
 * With `contents` the bytes of uploads lie there, sealed too.
 */
export async function openStore({ databaseUrl, now, dataKeys, contents }: StoreSettings): Promise<Store> {
  const tables = await openInner(databaseUrl, now)
  const inner = contents ? contentsApart(tables, contents) : tables
  if (!dataKeys) return inner
  try {
    return await (await import('./vault/open-sealed-store.ts')).openSealedStore(inner, dataKeys, now)
  } catch (error) {
    await inner.close()
    throw error
  }
}

async function openInner(databaseUrl: string, now?: () => number): Promise<Store> {
  if (databaseUrl === 'memory:') return (await import('./memory/memory-store.ts')).openMemoryStore(now)
  if (isPostgres(databaseUrl)) return (await import('./postgres/postgres-store.server.ts')).openPostgresStore(databaseUrl, now)
  const path = pathOf(databaseUrl)
  if (path) return (await import('./sqlite/sqlite-store.server.ts')).openSqliteStore(path, now)
  throw new Error(`DATABASE_URL names no store that is known here: ${withoutPassword(databaseUrl)}. Write file: and a path, as in file:data/onetrip.sqlite, postgres:// and a database, as in postgres://user@host/onetrip, or memory:`)
}

/**
 * The file that an address names; null when it names none. Only whole addresses (`file:///…`) are percent-encoded; a path
 * after `file:` is taken as it is written.
 */
export function pathOf(databaseUrl: string): string | null {
  if (!databaseUrl.startsWith('file:')) return null
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl)
  const path = databaseUrl.slice('file:'.length)
  // a name in colons means a database without a file to SQLite
  return path === '' || path.startsWith(':') || path.endsWith('/') ? null : path
}

/** Does an address name a PostgreSQL database? */
export const isPostgres = (databaseUrl: string): boolean => /^postgres(ql)?:\/\//.test(databaseUrl)

/** An address of another database may hold one, and messages are logged. */
export const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//…@')
