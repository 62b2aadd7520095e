import { createSecretKey } from 'node:crypto'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import { readCatalogue } from '#app/catalogue/read-catalogue.ts'
import { openStore } from '#db/open-store.server.ts'
import { seed } from '#db/seed.ts'
import type { DataKeys } from '#db/vault/data-keys.ts'

/** Of every database that a bench makes, so that one is a copy of another. */
export const BENCH_KEYS: DataKeys = { masters: [{ id: 'bench', secret: createSecretKey(Buffer.alloc(32, 'b')) }], index: Buffer.alloc(32, 'i') }
/** Monday 2 March 2026, nine in the morning: when benches begin, so that the city is the same on every day. */
export const BENCH_DAY = Date.parse('2026-03-02T09:00:00+08:00')

export function soundCatalogue(): Catalogue {
  const { catalogue } = readCatalogue('workflows')
  if (!catalogue) throw new Error('the definitions are not sound')
  return catalogue
}

/** The database of the demonstration city with its months of cases, made in the folder once. @returns its path */
export async function benchCity(folder: string): Promise<string> {
  const path = join(folder, 'city.db')
  if (existsSync(path)) return path
  const store = await openStore({ databaseUrl: `file:${path}.new`, dataKeys: BENCH_KEYS })
  await seed(store, soundCatalogue(), BENCH_DAY)
  await store.close()
  renameSync(`${path}.new`, path)
  return path
}
