import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { CheckpointSettings } from './checkpoint-settings.ts'
import { makeSigningKey } from './signing-key.ts'

type WithFolder = CheckpointSettings & { DATA_DIR: string }

/**
 * What is not set, as the demonstration has it: a key made at the first start, and the second place beside the data, which
 * shows how it works and protects from nobody.
 */
export function makeDemoCheckpoints<Settings extends WithFolder>(settings: Settings): Settings {
  const path = keyFile(settings)
  mkdirSync(settings.DATA_DIR, { recursive: true, mode: 0o700 })
  if (settings.CHECKPOINT_KEY === undefined && !existsSync(path)) writeFileSync(path, makeSigningKey(), { mode: 0o600, flag: 'wx' })
  return withDemoCheckpoints(settings)
}

/** The same for whoever comes later, making nothing: a key that is not there is not set. */
export function withDemoCheckpoints<Settings extends WithFolder>(settings: Settings): Settings {
  const path = keyFile(settings)
  const CHECKPOINT_KEY = settings.CHECKPOINT_KEY ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
  const hasPlace = settings.CHECKPOINT_DIR !== undefined || settings.CHECKPOINT_URL !== undefined
  return { ...settings, CHECKPOINT_KEY, CHECKPOINT_DIR: hasPlace ? settings.CHECKPOINT_DIR : settings.DATA_DIR }
}

const keyFile = ({ DATA_DIR: folder }: WithFolder): string => join(folder, 'checkpoint-key.pem')
