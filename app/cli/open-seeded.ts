import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { Catalogue } from '#app/catalogue/catalogue.ts'
import type { Settings } from '#app/env.server.ts'
import { fileContentsOf } from '#app/file-contents-settings.ts'
import { copyStore } from '#db/copy/copy-store.server.ts'
import { openStore, pathOf } from '#db/open-store.server.ts'
import { seed } from '#db/seed.ts'
import type { Store } from '#db/store.ts'
import { StoreElsewhere } from '#db/store-elsewhere.ts'
import type { DataKeys } from '#db/vault/data-keys.ts'

/** `say`: progress, line by line; `now`: the day the city has come to (epoch ms). */
type City = { settings: Settings; dataKeys: DataKeys; catalogue: Catalogue; now: number; say(line: string): void }

/** The demonstration's store. A new one is seeded in a file apart and moved into place whole, so that a broken-off start leaves no half a city. */
export async function openSeeded(city: City): Promise<Store> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: folder } = city.settings
  const open = (): Promise<Store> => openStore({ databaseUrl, dataKeys: city.dataKeys, contents: fileContentsOf(city.settings) })
  const path = pathOf(databaseUrl)
  if (path === null && databaseUrl === 'memory:') {
    const store = await open()
    await seedWithProgress(store, city)
    return store
  }
  if (path !== null && !existsSync(path)) renameSync(await seededFile(`${path}.seeding`, city), path)
  if (path === null && !(await isInhabited(databaseUrl))) {
    const seeded = await seededFile(join(folder, 'city.seeding'), city)
    await copyStore(`file:${seeded}`, databaseUrl, city.say)
    rmSync(seeded)
  }
  return open()
}

/** @returns its path */
async function seededFile(path: string, city: City): Promise<string> {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  const store = await openStore({ databaseUrl: `file:${path}`, dataKeys: city.dataKeys })
  await seedWithProgress(store, city)
  await store.close()
  return path
}

/** Is there a city on this server, whole? */
async function isInhabited(databaseUrl: string): Promise<boolean> {
  try {
    const store = await openStore({ databaseUrl })
    const people = await store.people.demo().finally(store.close)
    return people.length > 0
  } catch (error) {
    // a copy that was broken off goes on
    if (error instanceof StoreElsewhere) return false
    throw error
  }
}

async function seedWithProgress(store: Store, { catalogue, now, say }: City): Promise<void> {
  say('Seeding the demonstration city of Qinghe: months of cases, lived through step by step …')
  const cases = await seed(store, catalogue, now, (done, total) => {
    if (done % 100 === 0) say(`  ${done} of about ${total} applications`)
  })
  say(`  ${cases} cases, done.`)
}
