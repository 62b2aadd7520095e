import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { buildCommit, buildQueueRow, buildSummary } from '#tests/factories/case-commit.ts'
import { buildDraft } from '#tests/factories/draft.ts'
import { buildMessage } from '#tests/factories/message.ts'

import { prepareCommit } from './commit.server.ts'
import { migrate, readMigrations } from './migrate.server.ts'
import { openDatabase } from './open-database.server.ts'
import { openSqliteStore } from './sqlite-store.server.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-sqlite-'))
  path = join(folder, 'portal.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const edit = (sql: string) => {
  const client = new Database(path)
  client.exec(sql)
  client.close()
}

describe('a SQLite store', () => {
  it('keeps everything when it is opened again', async () => {
    const store = openSqliteStore(path)
    await store.drafts.create(buildDraft())
    const change = buildCommit({ tasks: [buildQueueRow()], outbox: [buildMessage()], timers: [{ key: 'a', dueAt: 1 }], draft: { id: 'draft-1', version: 1 }, idempotencyKey: 'key-1' })
    await store.commit(change)
    await store.close()
    const again = openSqliteStore(path)
    expect(await again.cases.load('case-1')).toEqual(change.state)
    expect((await again.cases.listOf({ person: 'p1', subjects: [] }, { limit: 1 })).rows).toEqual([buildSummary()])
    expect(await again.cases.events('case-1')).toHaveLength(1)
    expect(await again.desk.counts(['lead.clerk'], 's1', 0)).toMatchObject({ all: 1 })
    expect(await again.timers.due(1, 1, 0)).toHaveLength(1)
    expect(await again.outbox.pending()).toBe(1)
    expect(await again.commit(change)).toMatchObject({ reason: 'duplicate' })
    expect(await again.commit(buildCommit({ expectedVersion: 1 }))).toEqual({ ok: true })
    await again.close()
  })

  it('is ready, and throws once it is closed', async () => {
    const store = openSqliteStore(path)
    expect(await store.ready()).toBe(true)
    await store.close()
    await expect(store.ready()).rejects.toThrow()
  })

  it('is not ready when the tables are of another version', async () => {
    const store = openSqliteStore(path)
    edit(`INSERT INTO migrations VALUES (9999, '9999_later.sql', 'x', 'now')`)
    expect(await store.ready()).toBe(false)
    await store.close()
    expect(() => openSqliteStore(path)).toThrow('newer version')
  })

  it('is shared by two connections: one wins a version, both see it', async () => {
    const [one, other] = [openSqliteStore(path), openSqliteStore(path)]
    expect(await one.commit(buildCommit({ idempotencyKey: 'key-1' }))).toEqual({ ok: true })
    expect(await other.commit(buildCommit())).toEqual({ ok: false, reason: 'conflict' })
    expect(await other.commit(buildCommit({ caseId: 'case-2', idempotencyKey: 'key-1' }))).toMatchObject({ reason: 'duplicate' })
    expect(await other.cases.load('case-1')).not.toBeNull()
    await Promise.all([one.close(), other.close()])
  })

  it('says which column is damaged, and nothing of what is in it', async () => {
    const store = openSqliteStore(path)
    await store.commit(buildCommit())
    edit(`UPDATE cases SET state = '{"id": secret' WHERE case_id = 'case-1'`)
    await expect(store.cases.load('case-1')).rejects.toThrow('Column state holds text that is not JSON')
    await expect(store.cases.load('case-1')).rejects.not.toThrow('secret')
    await store.close()
  })
})

describe('a connection', () => {
  it('writes every commit to disk before it answers', async () => {
    const connection = openDatabase(path)
    migrate(connection.client, readMigrations())
    const commit = prepareCommit(connection)
    expect(await connection.write(() => commit(buildCommit()))).toEqual({ ok: true })
    expect(connection.client.pragma('synchronous', { simple: true })).toBe(2)
    expect(connection.client.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(connection.client.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(connection.client.pragma('busy_timeout', { simple: true })).toBe(5000)
    connection.client.close()
  })

  it('lets several commits share one transaction, each whole by itself', async () => {
    const connection = openDatabase(path)
    migrate(connection.client, readMigrations())
    const commit = prepareCommit(connection)
    const message = buildMessage()
    const changes = [buildCommit({ outbox: [message] }), buildCommit({ caseId: 'case-2', outbox: [message] }), buildCommit({ caseId: 'case-3' })]
    const settled = await Promise.allSettled(changes.map((change) => connection.write(() => commit(change))))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(connection.client.prepare('SELECT case_id FROM cases ORDER BY 1').pluck().all()).toEqual(['case-1', 'case-3'])
    connection.close()
  })
})
