import type { Settings } from '#app/env.server.ts'
import { pathOf } from '#db/open-store.server.ts'

import { StoreRefusal } from './store-refusal.ts'

/** The file of the database; refuses stores that are in none, naming what to use instead. */
export function databaseFile({ DATABASE_URL: url }: Pick<Settings, 'DATABASE_URL'>): string {
  if (/^postgres(?:ql)?:/.test(url)) throw new StoreRefusal(2, 'DATABASE_URL names a PostgreSQL: back it up with pg_dump or pg_basebackup, as docs/operations.md shows.')
  const path = pathOf(url)
  if (path === null) throw new StoreRefusal(2, 'DATABASE_URL names no database file. Write file: and a path, as in file:data/onetrip.db')
  return path
}
