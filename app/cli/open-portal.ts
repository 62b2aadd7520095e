import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { makeDemoCheckpoints } from '#app/checkpoints/demo-checkpoints.ts'
import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Settings } from '#app/env.server.ts'
import { demoDataKeys } from '#app/vault-settings.ts'
import { openStore } from '#db/open-store.server.ts'
import { seed } from '#db/seed.ts'
import type { Store } from '#db/store.ts'
import type { DataKeys } from '#db/vault/data-keys.ts'

import { connectPortal, type OpenPortal, openWithKeys, soundCatalogue } from './connect-portal.ts'

export { StartError } from './connect-portal.ts'

/** Opens the demonstration portal: catalogue, store (seeded when new), texts. @param say progress, line by line */
export async function openDemoPortal(settings: Settings, say: (line: string) => void, now: () => number = Date.now): Promise<OpenPortal> {
  const catalogue = soundCatalogue(settings)
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  const store = await openWithKeys(() => openSeeded(settings.DATABASE_URL, demoDataKeys(settings), catalogue, now(), say))
  return connectPortal(makeDemoCheckpoints(settings), store, catalogue, now, { demo: true, sessionSecret: keptSecret(join(settings.DATA_DIR, 'session-secret')) })
}

/** A new store is seeded apart and moved into place whole, so that a broken-off start leaves no half a city. */
async function openSeeded(databaseUrl: string, dataKeys: DataKeys, catalogue: Catalogue, now: number, say: (line: string) => void): Promise<Store> {
  const path = databaseUrl.startsWith('file:') && !databaseUrl.startsWith('file://') ? databaseUrl.slice('file:'.length) : null
  if (path === null) {
    const store = await openStore({ databaseUrl, dataKeys })
    await seedWithProgress(store, catalogue, now, say)
    return store
  }
  if (!existsSync(path)) {
    const unfinished = `${path}.seeding`
    for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
    const store = await openStore({ databaseUrl: `file:${unfinished}`, dataKeys })
    await seedWithProgress(store, catalogue, now, say)
    await store.close()
    renameSync(unfinished, path)
  }
  return openStore({ databaseUrl, dataKeys })
}

async function seedWithProgress(store: Store, catalogue: Catalogue, now: number, say: (line: string) => void): Promise<void> {
  say('Seeding the demonstration city of Qinghe: months of cases, lived through step by step …')
  const cases = await seed(store, catalogue, now, (done, total) => {
    if (done % 100 === 0) say(`  ${done} of about ${total} applications`)
  })
  say(`  ${cases} cases, done.`)
}

/** A secret of this data folder, made at the first start, so that sessions outlive a restart. */
function keptSecret(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8')
}
