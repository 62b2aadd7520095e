import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openStore } from '#db/open-store.server.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import type { Store } from '#db/store.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { buildCommit, buildQueueRow, buildSummary } from '#tests/factories/case-commit.ts'
import { buildSkipped } from '#tests/factories/case-event.ts'
import { newDatabase } from '#tests/factories/new-database.ts'
import { buildStoredFile } from '#tests/factories/stored-file.ts'
import { fillStore } from '#tests/vault/fill-store.ts'

const CASES = 3000
const DESK = 'lead.clerk'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-copy-'))
const path = join(folder, 'town.db')
let to: string
let town: Store

beforeAll(async () => {
  to = await newDatabase()
  town = openSqliteStore(path)
  await fillStore(town, (where) => `${where} \u0000 𠮷`)
  const ids = Array.from({ length: CASES }, (_, place) => `town-${place}`)
  await Promise.all(ids.map((caseId) => town.commit(buildCommit({ caseId, idempotencyKey: caseId, summary: buildSummary({ caseId, person: `p${caseId}` }), tasks: [buildQueueRow({ caseId, desk: DESK })] }))))
  await Promise.all(ids.slice(0, 50).map((id) => town.files.put(buildStoredFile({ id }), Buffer.from(`content of ${id}`))))
  await town.access.append(ids.slice(0, 500).map((id) => buildAccess({ id })), [])
})
afterAll(() => rmSync(folder, { recursive: true }))

type Ended = { code: number | null; said: string }

/** `npm run store -- copy`, killed once it has said this often how far it is; never with 0. */
function copying(target: string, killAfter = 0): Promise<Ended> {
  const child: ChildProcess = spawn(process.execPath, ['app/cli/store.ts', 'copy', `file:${path}`, target], { env: { ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const listen = (text: Buffer): void => {
    said += text.toString()
    if (killAfter > 0 && said.split('rows of the chain').length > killAfter) child.kill('SIGKILL')
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  return new Promise((done) => child.once('close', (code) => done({ code, said })))
}

/** What people see of a town, asked of its store. */
async function seen(store: Store) {
  const filter = { desks: [DESK, 'd'], holder: { is: 'anyone' }, service: null, task: null, light: null, now: 0 } as const
  const first = await store.desk.queue(filter, { limit: 40 })
  return {
    head: await store.chain.head(),
    queue: [first, await store.desk.queue(filter, { limit: 40, after: first.next })],
    counts: await store.desk.counts([DESK], 's1', 0),
    cases: await Promise.all(['case-1', 'case-2', 'town-7', 'town-2999'].map(async (id) => [await store.cases.load(id), await store.cases.events(id), await store.cases.certificatesOf(id)])),
    key: await store.cases.refByKey('town-9'),
    lists: await store.cases.listOf({ person: 'ptown-3', subjects: [] }, { limit: 5 }),
    file: await store.files.content('town-3'),
    gone: await store.files.content('town-4'),
    people: await store.people.find('p1'),
    access: await store.access.of({ subject: buildAccess().subject, now: Number.MAX_SAFE_INTEGER, department: null, since: null, until: null }, { limit: 10 }),
    outbox: await store.outbox.pending(),
    parts: await store.parts.of('case-1'),
    board: await store.board.openTasks(0),
  }
}

describe('a town that moves to PostgreSQL', () => {
  it('goes on while it is copied, whatever is killed on the way, and is the same there', async () => {
    expect((await copying(to, 1)).code).toBeNull()
    // between two tries: cases go on, new ones begin, an upload is erased
    await town.commit(buildCommit({ caseId: 'town-7', expectedVersion: 1, events: [buildSkipped('visit')] }))
    await town.commit(buildCommit({ caseId: 'late' }))
    await town.retention.erase({ caseId: 'town-4', at: 1, years: 1, basis: 'a law' }, ['town-4'])
    expect((await copying(to, 2)).code).toBeNull()
    await town.commit(buildCommit({ caseId: 'town-7', expectedVersion: 2, events: [buildSkipped('exam')] }))
    await expect(openStore({ databaseUrl: to })).rejects.toThrow('copy')

    const before = await seen(town)
    const ended = await copying(to)
    expect(ended.said).toMatch(/\d+ rows copied and compared/)
    expect(ended.code).toBe(0)
    const copied = await openStore({ databaseUrl: to })
    try {
      expect(await seen(copied)).toEqual(before)
      expect(await copied.commit(buildCommit({ caseId: 'late', expectedVersion: 1 }))).toEqual({ ok: true })
      expect(await copied.commit(buildCommit({ caseId: 'again', idempotencyKey: 'town-9' }))).toMatchObject({ reason: 'duplicate', caseId: 'town-9' })
    } finally {
      await copied.close()
    }
  })

  it('is written in one place only from then on', async () => {
    await expect(town.commit(buildCommit({ caseId: 'too-late' }))).rejects.toThrow('moved')
    await expect(town.access.append([buildAccess({ id: 'too-late' })], [])).rejects.toThrow('moved')
    await expect(openStore({ databaseUrl: `file:${path}` })).rejects.toThrow('was moved to postgres://')
    await town.close()
  })

  it('says that it has moved to who tries again, and moves nowhere else', async () => {
    expect(await copying(await newDatabase())).toMatchObject({ code: 1, said: expect.stringContaining('moved already') })
  })
})

it('copies nothing over somebody’s data, and from nowhere', async () => {
  const taken = await newDatabase()
  const store = await openStore({ databaseUrl: taken })
  await store.commit(buildCommit())
  await store.close()
  const other = join(folder, 'other.db')
  await openSqliteStore(other).close()
  for (const [from, target, word] of [[other, taken, 'data in that database'], [join(folder, 'none.db'), taken, 'no database file'], [other, 'file:x', 'postgres://']] as const) {
    const child = spawn(process.execPath, ['app/cli/store.ts', 'copy', `file:${from}`, target], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString()))
    expect(await new Promise((done) => child.once('close', done))).toBe(1)
    expect(said).toContain(word)
  }
})
