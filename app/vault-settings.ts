import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import type { Settings } from '#app/env.server.ts'
import { type DataKeys, makeMaster, makeSecret, readDataKeys } from '#db/vault/data-keys.ts'

type KeySettings = Pick<Settings, 'DATA_KEYS' | 'INDEX_SECRET'>

/** A sentence for each key that is missing or weak, and how to make one. */
export function checkDataKeys({ DATA_KEYS, INDEX_SECRET }: KeySettings): string[] {
  const read = readDataKeys(DATA_KEYS ?? '', INDEX_SECRET ?? '')
  return read.ok ? [] : read.messages
}

/** The keys of the settings, or else those that the demonstration keeps in its folder; null when there are none. Throws when the settings are wrong. */
export function knownDataKeys(settings: KeySettings & Pick<Settings, 'DATA_DIR'>): DataKeys | null {
  const { DATA_KEYS, INDEX_SECRET, DATA_DIR } = settings
  if (DATA_KEYS !== undefined || INDEX_SECRET !== undefined) return readOrThrow(DATA_KEYS ?? '', INDEX_SECRET ?? '')
  const path = demoPath(DATA_DIR)
  if (!existsSync(path)) return null
  const kept = demoSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return readOrThrow(kept.DATA_KEYS, kept.INDEX_SECRET)
}

/** The same; the demonstration makes its own at its first start, for this account only. */
export function demoDataKeys(settings: KeySettings & Pick<Settings, 'DATA_DIR'>): DataKeys {
  const known = knownDataKeys(settings)
  if (known) return known
  const made = { DATA_KEYS: makeMaster('demo'), INDEX_SECRET: makeSecret() }
  writeFileSync(demoPath(settings.DATA_DIR), JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' })
  return readOrThrow(made.DATA_KEYS, made.INDEX_SECRET)
}

const demoSchema = z.object({ DATA_KEYS: z.string(), INDEX_SECRET: z.string() })

const demoPath = (dataDir: string): string => join(dataDir, 'demo-keys.json')

function readOrThrow(dataKeys: string, indexSecret: string): DataKeys {
  const read = readDataKeys(dataKeys, indexSecret)
  if (!read.ok) throw new Error(read.messages.join('\n'))
  return read.keys
}
