import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'

import { checkpointsOf } from '#app/checkpoints/checkpoints.ts'
import { makeSigningKey, readSigningKey, type SigningKey } from '#app/checkpoints/signing-key.ts'
import { shippedLine } from '#app/checkpoints/sign-checkpoint.ts'
import type { Checkpoint } from '#db/store.ts'
import { Applicant } from '#db/demo/applicant.ts'
import { Dice } from '#db/demo/dice.ts'
import { History } from '#db/demo/history.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { openTestEnvironment, type TestEnvironment } from '#tests/factories/environment.ts'

import { readShipped } from '../../audit/read-shipped.ts'
import { readKeys } from '../../audit/trusted-keys.ts'
import type { Evidence } from '../../audit/verify.ts'

/** A database that was lived in, as bytes, with what an auditor would hold against it. */
export type Lived = {
  bytes: Buffer
  /** The same database some weeks before. */
  earlier: Buffer
  key: SigningKey
  shipped: readonly Checkpoint[]
  evidence: Evidence
}

const DAY = 86_400_000
const FORTNIGHTS = 3
const A_FORTNIGHT = 18

/** Applications that were lived through over some fortnights by the use cases, with a checkpoint at the end of each. */
export async function liveInDatabase(): Promise<Lived> {
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-chain-'))
  const path = join(folder, 'lived.db')
  const env = await openTestEnvironment(`file:${path}`)
  const key = newKey()
  const shipped: Checkpoint[] = []
  const place = { ship: async (one: Checkpoint) => void shipped.push(one), close: async () => {} }
  const checkpoints = checkpointsOf(env.store.chain, key, place, env.now)
  let earlier: Buffer = Buffer.alloc(0)
  for (let fortnight = 1; fortnight <= FORTNIGHTS; fortnight += 1) {
    await live(env, fortnight)
    // The last things that happen are reads.
    await env.store.access.append([1, 2, 3].map(() => buildAccess({ at: env.now() })), [])
    await checkpoints.now()
    if (fortnight === FORTNIGHTS - 1) earlier = bytesOf(path)
  }
  await env.store.close()
  const lived = { bytes: bytesOf(path), earlier, key, shipped, evidence: evidenceOf(shipped, key) }
  rmSync(folder, { recursive: true })
  return lived
}

export function newKey(): SigningKey {
  const key = readSigningKey(makeSigningKey())
  if (!key) throw new Error('a new key can not be read')
  return key
}

/** As an auditor gets it: lines of text, and a key in PEM. */
export const evidenceOf = (shipped: readonly Checkpoint[], key: SigningKey): Evidence => ({
  shipped: readShipped(shipped.map((one) => `${shippedLine(one)}\n`).join('')),
  keys: readKeys(key.publicPem),
})

/** A copy in memory; no rule of the database stops whoever has it in their hands. */
export function copyOf(bytes: Buffer): Database.Database {
  const database = new Database(bytes)
  database.pragma('foreign_keys = OFF')
  return database
}

async function live(env: TestEnvironment, fortnight: number): Promise<void> {
  const dice = new Dice(fortnight)
  const applicant = new Applicant(env, dice)
  const citizens = (await env.store.people.demo()).filter(({ kind }) => kind === 'citizen')
  const until = env.clock.now + 14 * DAY
  const history = new History(env, dice, until)
  for (let i = 0; i < A_FORTNIGHT; i += 1) {
    env.clock.now = until - 14 * DAY + (i * 14 * DAY) / A_FORTNIGHT
    await history.liveOne(() => applicant.apply(citizens))
  }
  env.clock.now = until
}

/** Without the write-ahead log, which a database in memory can't have: bytes 18 and 19 say so (sqlite.org/fileformat.html). */
function bytesOf(path: string): Buffer {
  const database = new Database(path, { readonly: true })
  const bytes = database.serialize()
  database.close()
  bytes.fill(1, 18, 20)
  return bytes
}
