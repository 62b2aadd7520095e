import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { copyPostgres, UnreadableServer } from './copy-postgres.ts'
import { readKeys, UnreadableKeys } from './trusted-keys.ts'
import { readShipped, UnreadableCheckpoints } from './read-shipped.ts'
import { UnreadableDatabase, verifyFile } from './verify.ts'
import { describe } from './words.ts'

/** `path`: of a database file, or the address of a PostgreSQL database. `checkpoints`: a file of those from the second place; `key`: public keys in PEM, in a file or as text. Without a key signatures are not checked. */
export type Audit = { path: string; json: boolean; checkpoints: string | null; key: { file: string } | { pem: string } | null }

/** What to print and how to end: 0 sound, 1 not, 2 nothing could be verified. */
export type Outcome = { code: 0 | 1; out: string } | { code: 2; err: string }

/** Verifies a database with what the auditor brings. One on a server is copied out first, as it stands at one moment. */
export async function runAudit({ path, ...audit }: Audit): Promise<Outcome> {
  if (!/^postgres(ql)?:\/\//.test(path)) return auditFile({ path, ...audit })
  const folder = mkdtempSync(join(tmpdir(), 'onetrip-audit-'))
  try {
    await copyPostgres(path, join(folder, 'copy.db'))
    return auditFile({ path: join(folder, 'copy.db'), ...audit })
  } catch (error) {
    if (error instanceof UnreadableServer) return { code: 2, err: error.message }
    throw error
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Verifies a database file. */
export function auditFile({ path, json, checkpoints, key }: Audit): Outcome {
  try {
    const evidence = { shipped: checkpoints === null ? [] : readShipped(read(checkpoints)), keys: key && readKeys('pem' in key ? key.pem : read(key.file)) }
    const verified = verifyFile(path, evidence)
    const { broken, ...counts } = verified
    const out = json ? JSON.stringify({ ok: broken === null, ...counts, broken }) : describe(verified, evidence.keys !== null).join('\n')
    return { code: broken ? 1 : 0, out }
  } catch (error) {
    if (error instanceof UnreadableDatabase || error instanceof UnreadableCheckpoints || error instanceof UnreadableKeys || error instanceof UnreadableFile) return { code: 2, err: error.message }
    throw error
  }
}

class UnreadableFile extends Error {}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new UnreadableFile(`${path} can't be read.`)
  }
}
