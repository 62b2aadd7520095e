import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { makeDemoCheckpoints } from '#app/checkpoints/demo-checkpoints.ts'
import type { Settings } from '#app/env.server.ts'
import { demoDataKeys } from '#app/vault-settings.ts'

import { connectPortal, type OpenPortal, openWithKeys, soundCatalogue } from './connect-portal.ts'
import { openSeeded } from './open-seeded.ts'

export { StartError } from './connect-portal.ts'

/** Opens the demonstration portal: catalogue, store (seeded when new), texts. @param say progress, line by line */
export async function openDemoPortal(settings: Settings, say: (line: string) => void, now: () => number = Date.now): Promise<OpenPortal> {
  const catalogue = soundCatalogue(settings)
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  const store = await openWithKeys(() => openSeeded({ settings, dataKeys: demoDataKeys(settings), catalogue, now: now(), say }))
  return connectPortal(makeDemoCheckpoints(settings), store, catalogue, now, { demo: true, sessionSecret: keptSecret(join(settings.DATA_DIR, 'session-secret')) })
}

/** A secret of this data folder, made at the first start, so that sessions outlive a restart. */
function keptSecret(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8')
}
