import pg from 'pg'

import { openPostgresStore } from '#db/postgres/postgres-store.server.ts'
import type { Store } from '#db/store.ts'
import { newDatabase } from '#tests/factories/new-database.ts'

/** All tables but those that say how the database was made; quicker than a copy of an empty one. */
const EMPTY = `
  DO $$ DECLARE one text; BEGIN
    FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('migrations', 'chain_head') LOOP
      EXECUTE format('DELETE FROM %I', one);
    END LOOP;
    UPDATE chain_head SET size = 0, head = repeat('0', 64);
  END $$`

export type PostgresTables = {
  url: string
  /** The test's own connection. */
  client: pg.Client
  /** Takes out what was written; nobody may be writing. */
  empty(): Promise<void>
  end(): Promise<void>
}

/** A migrated database for the tests of one file, one after the other. */
export async function postgresTables(): Promise<PostgresTables> {
  const url = await newDatabase()
  await (await openPostgresStore(url)).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return { url, client, empty: async () => void (await client.query(EMPTY)), end: () => client.end() }
}

/** The same store for every test: signing in at the server takes longer than most of them. */
export const keptOpen = (store: Store): Store => ({ ...store, close: async () => {} })
