import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

import { wrongCheckpoints } from '#app/checkpoints/checkpoint-settings.ts'
import { withDemoCheckpoints } from '#app/checkpoints/demo-checkpoints.ts'
import { keptEvidence } from '#app/checkpoints/kept-evidence.ts'
import { openCheckpoints, signingKeyOf } from '#app/checkpoints/open-checkpoints.ts'
import { readSettings, type Settings } from '#app/env.server.ts'
import { isPostgres, openStore, pathOf } from '#db/open-store.server.ts'

import { runAudit } from '../../audit/run.ts'

/**
 * `npm run audit -- …`:
 * `verify [--json] [--checkpoints FILE] [--key FILE]`: exit code 0 when everything is as it was written, 1 when not, 2 when nothing could be verified;
 * `key`: the public key, for auditors; `checkpoint`: makes a checkpoint and ships it, now.
 */
const usage = 'usage: npm run audit -- verify [--json] [--checkpoints FILE] [--key FILE] | key | checkpoint'
const options = { json: { type: 'boolean', default: false }, checkpoints: { type: 'string' }, key: { type: 'string' } } as const

type Flags = { json: boolean; checkpoints?: string; key?: string }
const commands: Record<string, (settings: Settings, flags: Flags) => void | Promise<void>> = { verify, key, checkpoint }

const given = flagsAndCommand()
const read = readSettings()
if (!given) fail(usage)
else if (!read.ok) fail(['The settings are not right:', ...read.messages].join('\n'))
else await given.command(read.settings, given.flags)

function flagsAndCommand() {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const command = positionals.length === 1 && Object.hasOwn(commands, positionals[0] ?? '') ? commands[positionals[0] ?? ''] : undefined
    return command && (command === verify || Object.keys(values).length === 1) ? { command, flags: values } : null
  } catch {
    return null
  }
}

async function verify(settings: Settings, { json, checkpoints, key: keyFile }: Flags): Promise<void> {
  const path = placeOf(settings)
  if (path === null) return fail('DATABASE_URL names no database that is kept. Write file: and a path, as in file:data/onetrip.db, or postgres://…')
  const kept = keptEvidence(settings)
  const outcome = await runAudit({ path, json, checkpoints: checkpoints ?? kept.checkpoints, key: keyFile === undefined ? kept.key : { file: keyFile } })
  if (outcome.code === 2) return fail(outcome.err)
  console.log(outcome.out)
  process.exitCode = outcome.code
}

/** The database's file, or its server's address. */
function placeOf({ DATABASE_URL: url }: Settings): string | null {
  return isPostgres(url) ? url : pathOf(url)
}

function key(settings: Settings): void {
  try {
    console.log(signingKeyOf(withDemoCheckpoints(settings)).publicPem.trimEnd())
  } catch (error) {
    fail(messageOf(error))
  }
}

async function checkpoint(settings: Settings): Promise<void> {
  const wrong = wrongCheckpoints(settings)
  const place = placeOf(settings)
  if (wrong.length > 0) return fail(wrong.join('\n'))
  if (place === null || (place === pathOf(settings.DATABASE_URL) && !existsSync(place))) return fail('There is no database: see DATA_DIR and DATABASE_URL.')
  // The chain can be read without data keys.
  const store = await openStore({ databaseUrl: settings.DATABASE_URL })
  try {
    const checkpoints = openCheckpoints(withDemoCheckpoints(settings), store.chain, Date.now)
    await checkpoints.now().finally(checkpoints.close)
    const last = await store.chain.lastCheckpoint()
    console.log(last ? `the chain has ${last.size} rows, signed ${new Date(last.at).toISOString()}, shipped` : 'nothing is in the chain yet')
  } catch (error) {
    fail(`No checkpoint was shipped: ${messageOf(error)}`)
  } finally {
    await store.close()
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Nothing was done, which is not the same as sound. */
function fail(message: string): void {
  console.error(message)
  process.exitCode = 2
}
