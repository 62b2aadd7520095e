import { existsSync } from 'node:fs'

import { readSettings, type Settings } from '#app/env.server.ts'
import { knownDataKeys } from '#app/vault-settings.ts'
import { openStore, pathOf } from '#db/open-store.server.ts'
import { BrokenSeal } from '#db/vault/broken-seal.ts'
import { type DataKeys, makeMaster, makeSecret } from '#db/vault/data-keys.ts'
import { rotateKeys } from '#db/vault/rotate-keys.ts'

/** `npm run keys -- make|check|rotate`: exit code 0 when done, 1 when keys lie under a master key that is not given, 2 when nothing could be done. */
const commands: Readonly<Record<string, () => Promise<void> | void>> = { make, check, rotate }

const [command = '', ...rest] = process.argv.slice(2)
const run = Object.hasOwn(commands, command) && rest.length === 0 ? commands[command] : undefined

if (run) {
  await attempt(run)
} else {
  fail('usage: npm run keys -- make | check | rotate')
}

/** A master key goes before the older ones in DATA_KEYS; the index secret is made once and never changed. */
function make(): void {
  console.log(`DATA_KEYS=${makeMaster(new Date().toISOString().slice(0, 10))}`)
  console.log(`INDEX_SECRET=${makeSecret()}`)
}

async function check(): Promise<void> {
  const { settings, keys } = kept()
  const store = await openStore({ databaseUrl: settings.DATABASE_URL })
  const counts = await store.keys.counts()
  await store.close()
  const [current] = keys.masters
  for (const { master, count } of counts) console.log(`${String(count).padStart(8)}  ${master}  ${standingOf(keys, master)}`)
  if (counts.some(({ master }) => !keys.masters.some(({ id }) => id === master))) process.exitCode = 1
  else console.log(counts.every(({ master }) => master === current.id) ? 'All keys lie under the current master key: older ones can be left out.' : 'Older master keys are needed still: npm run keys -- rotate')
}

function standingOf({ masters }: DataKeys, master: string): string {
  const place = masters.findIndex(({ id }) => id === master)
  return place === 0 ? 'current' : place > 0 ? 'older' : 'NOT GIVEN in DATA_KEYS: what these keys seal can not be read'
}

async function rotate(): Promise<void> {
  const { settings, keys } = kept()
  const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataKeys: keys })
  try {
    const moved = await rotateKeys(store.keys, keys, (done) => console.log(`  ${done} keys`))
    console.log(`${moved} keys put under ${keys.masters[0].id}.`)
  } finally {
    await store.close()
  }
}

/** Whatever was wrong is said in a sentence; keys are never printed but by `make`. */
async function attempt(run: () => Promise<void> | void): Promise<void> {
  try {
    await run()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error), error instanceof BrokenSeal ? 1 : 2)
  }
}

function kept(): { settings: Settings; keys: DataKeys } {
  const read = readSettings()
  if (!read.ok) throw new Error(['The settings are not right:', ...read.messages].join('\n'))
  const keys = knownDataKeys(read.settings)
  if (!keys) throw new Error('DATA_KEYS and INDEX_SECRET are not set, and there is no demonstration here. Make some with: npm run keys -- make')
  const path = pathOf(read.settings.DATABASE_URL)
  if (path !== null && !existsSync(path)) throw new Error('There is no data yet: keys are made as they are needed.')
  return { settings: read.settings, keys }
}

function fail(message: string, code = 2): void {
  console.error(message)
  process.exitCode = code
}
