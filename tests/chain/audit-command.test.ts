import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeDemoCheckpoints } from '#app/checkpoints/demo-checkpoints.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'

import { newKey } from './lived-database.ts'

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-audit-'))
  makeDemoCheckpoints({ DATA_DIR: folder })
  const store = openSqliteStore(join(folder, 'onetrip.db'))
  await store.commit(buildCommit())
  await store.commit(buildCommit({ expectedVersion: 1, events: [buildSkipped('visit')] }))
  await store.access.append([buildAccess({ id: 'a1' })], [])
  await store.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (script: string, args: readonly string[], settings: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', env: { ...process.env, DATA_DIR: folder, ...settings } })
  return { status, stdout, stderr }
}
const audit = (...args: string[]) => run('app/cli/audit.ts', args)
const file = (name: string) => join(folder, name)
const edit = (sql: string) => {
  const database = new Database(file('onetrip.db'))
  database.exec(sql)
  database.close()
}

/** Each command is a process of its own, and the machine may be busy. */
const PATIENCE = 120_000

describe('npm run audit', { timeout: PATIENCE }, () => {
  it('makes a checkpoint, ships it, and finds everything sound', () => {
    expect(audit('checkpoint')).toMatchObject({ status: 0, stdout: expect.stringContaining('the chain has 5 rows') })
    expect(readFileSync(file('checkpoints.jsonl'), 'utf8')).toContain('"size":5')
    expect(statSync(file('checkpoint-key.pem')).mode & 0o777).toBe(0o600)
    const verified = audit('verify', '--json')
    expect(verified.status).toBe(0)
    expect(JSON.parse(verified.stdout)).toEqual({ ok: true, cases: 1, events: 2, accesses: 1, checkpoints: 2, broken: null })
  })

  it('gives the key that an auditor needs, who runs the verifier by itself', () => {
    const key = audit('key')
    expect(key).toMatchObject({ status: 0, stdout: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----/) })
    writeFileSync(file('key.pem'), key.stdout)
    const brought = [file('onetrip.db'), '--checkpoints', file('checkpoints.jsonl'), '--key', file('key.pem')]
    expect(run('audit/audit.ts', brought)).toMatchObject({ status: 0, stdout: 'sound   2 events of 1 cases, 1 access entries, 2 checkpoints\n' })
    writeFileSync(file('other.pem'), newKey().publicPem)
    expect(run('audit/audit.ts', [file('onetrip.db'), '--key', file('other.pem')])).toMatchObject({ status: 1, stdout: expect.stringContaining('(unknown_key)') })
    expect(run('audit/audit.ts', [file('onetrip.db')]).stdout).toContain('Signatures were not checked')
  })

  it('exits with 2 where nothing could be verified, and makes nothing', () => {
    expect(run('app/cli/audit.ts', ['verify'], { DATABASE_URL: `file:${file('none.db')}` })).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no database') })
    expect(run('audit/audit.ts', [file('onetrip.db'), '--key', file('none.pem')])).toMatchObject({ status: 2 })
    expect(run('audit/audit.ts', [file('onetrip.db'), '--key', file('onetrip.db')]).stderr).toContain('PUBLIC KEY')
    expect(run('app/cli/audit.ts', ['key'], { DATA_DIR: file('elsewhere') })).toMatchObject({ status: 2, stderr: expect.stringContaining('CHECKPOINT_KEY') })
    for (const args of [['nonsense'], ['verify', '--quick']]) expect(audit(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('usage') })
  })

  it('exits with 1 and names the first thing that does not fit', () => {
    edit(`UPDATE access_log SET purpose = 'another' WHERE id = 'a1'`)
    const entry = audit('verify', '--json')
    expect(entry.status).toBe(1)
    expect(JSON.parse(entry.stdout)).toMatchObject({ ok: false, accesses: 0, broken: { caseId: null, version: null, entry: 'a1', reason: 'access' } })
    edit(`UPDATE events SET data = '{"task":"other"}' WHERE version = 2`)
    expect(JSON.parse(audit('verify', '--json').stdout).broken).toMatchObject({ caseId: 'case-1', version: 2, reason: 'hash' })
    expect(audit('verify').stdout).toContain('BROKEN  case case-1, version 2: the event is not the one that was written here (hash)')
  })
})
