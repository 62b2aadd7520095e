import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { openStore } from '#db/open-store.server.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { fillStore } from '#tests/vault/fill-store.ts'

import { copyPostgres, UnreadableServer } from '../../audit/copy-postgres.ts'
import { runAudit } from '../../audit/run.ts'
import { verifyFile } from '../../audit/verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-verify-'))
let lived: string
let url: string
let copies = 0

beforeAll(async () => {
  lived = await newDatabase()
  const store = await openStore({ databaseUrl: lived })
  await fillStore(store, (where) => `${where} \u0000 \u0001 𠮷`)
  for (const caseId of ['a', 'b', 'c']) await store.commit(buildCommit({ caseId }))
  await store.chain.head()
  // these still wait for their place
  await store.commit(buildCommit({ caseId: 'a', expectedVersion: 1, events: ['visit', 'exam'].map(buildSkipped) }))
  await store.access.append([buildAccess({ id: 'late', purpose: 'a \u0000 b' })], [])
  await store.close()
})
beforeEach(async () => {
  url = await newDatabase(lived)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function broken() {
  const path = join(folder, `${(copies += 1)}.db`)
  await copyPostgres(url, path)
  return verifyFile(path, { shipped: [], keys: null })
}

async function change(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(sql)
  await client.end()
  expect(rowCount).toBeGreaterThan(0)
}

describe('a database on a server', () => {
  it('is sound, with what still waits for its place in the chain', async () => {
    expect(await broken()).toMatchObject({ broken: null, accesses: 2 })
    const store = await openStore({ databaseUrl: url })
    const before = (await broken()).events
    await store.chain.head()
    expect(await broken()).toMatchObject({ broken: null, events: before })
    await store.close()
  })

  it.each([
    ['an event told otherwise', `UPDATE events SET data = '{"edited":1}' WHERE case_id = 'b'`, 'hash'],
    ['a state told otherwise', `UPDATE cases SET state = '{}' WHERE case_id = 'b'`, 'state'],
    ['a case that is gone', `DELETE FROM cases WHERE case_id = 'c'`, 'missing'],
    ['an entry told otherwise', `UPDATE access_log SET purpose = 'nothing' WHERE id = 'late'`, 'access'],
    ['a link that is gone', `DELETE FROM chain WHERE seq = 2`, 'chain_gap'],
    ['waiting links that are gone', `DELETE FROM chain_waiting`, 'unchained'],
    ['a waiting link told otherwise', `UPDATE chain_waiting SET leaf = repeat('0', 64) WHERE kind = 'event'`, 'replaced'],
  ])('shows %s', async (_, sql, reason) => {
    await change(sql)
    expect((await broken()).broken).toMatchObject({ reason })
  })

  it('is verified at the command line, by auditor and operator', () => {
    const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'silent' } })
    const auditor = run('audit/audit.ts', url, '--json')
    expect([auditor.status, JSON.parse(auditor.stdout)]).toMatchObject([0, { ok: true, broken: null }])
    expect(run('app/cli/audit.ts', 'verify', '--json')).toMatchObject({ status: 0 })
  })

  it('that is not there, or not ours, is told in a sentence', async () => {
    const nowhere = await runAudit({ path: 'postgres://127.0.0.1:1/none', json: true, checkpoints: null, key: null })
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('can\'t be read') })
    const path = join(folder, 'empty.db')
    await expect(copyPostgres(await newDatabase(), path)).rejects.toThrow(UnreadableServer)
    expect(existsSync(path)).toBe(false)
  })
})
