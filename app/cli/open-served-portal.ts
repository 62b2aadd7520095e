import { mkdirSync } from 'node:fs'

import type { Settings } from '#app/env.server.ts'
import { fileContentsOf } from '#app/file-contents-settings.ts'
import { knownDataKeys } from '#app/vault-settings.ts'
import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'

import { connectPortal, type OpenPortal, openWithKeys, soundCatalogue, StartError } from './connect-portal.ts'
import { notReady } from './production/checks.ts'

/** Opens the portal for real people: nobody and nothing is made up, and who somebody is, a provider says. Throws every sentence that keeps it from starting. */
export async function openServedPortal(settings: Settings, now: () => number): Promise<OpenPortal> {
  const missing = notReady(settings)
  if (missing.length > 0) throw new StartError(['The portal does not serve people like this:', ...missing].join('\n'))
  const catalogue = soundCatalogue(settings)
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  const store = await openWithKeys(() => openSealed(settings))
  // Checked above.
  return connectPortal(settings, store, catalogue, now, { demo: false, sessionSecret: settings.SESSION_SECRET ?? '' })
}

async function openSealed(settings: Settings): Promise<Store> {
  const dataKeys = knownDataKeys(settings)
  if (!dataKeys) throw new StartError('DATA_KEYS and INDEX_SECRET are not set.')
  return openStore({ databaseUrl: settings.DATABASE_URL, dataKeys, contents: fileContentsOf(settings) })
}
