import { existsSync } from 'node:fs'

import { readSettings } from '#app/env.server.ts'
import { fileContentsOf } from '#app/file-contents-settings.ts'
import { knownDataKeys } from '#app/vault-settings.ts'
import { openStore, pathOf } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'

/** The database of the settings, if there is one: none is made. Null otherwise. Whoever opens it closes it. */
export async function keptStore(): Promise<Store | null> {
  const read = readSettings()
  if (!read.ok) throw new Error(['The settings are not right:', ...read.messages].join('\n'))
  const { DATABASE_URL: databaseUrl } = read.settings
  const path = pathOf(databaseUrl)
  // An address that is no file names a server, which is there or says why not.
  const isThere = path === null ? !databaseUrl.startsWith('file:') && databaseUrl !== 'memory:' : existsSync(path)
  if (!isThere) return null
  const dataKeys = knownDataKeys(read.settings)
  if (!dataKeys) throw new Error('DATA_KEYS and INDEX_SECRET are not set: the data can not be read without the keys it was made with')
  return openStore({ databaseUrl, dataKeys, contents: fileContentsOf(read.settings) })
}
