import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Each command is a process of its own, and the machine may be busy. */
const PATIENCE = 120_000
const BACKUPS = 4

let folder: string
let writing: ChildProcess
const acknowledged: string[] = []
const file = (name: string): string => join(folder, name)
const env = (more: Record<string, string> = {}) => ({ ...process.env, DATA_DIR: file('data'), DATABASE_URL: '', ...more })

const store = (args: readonly string[], more: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['app/cli/store.ts', ...args], { encoding: 'utf8', env: env(more) })
  return { status, stdout, stderr }
}
/** The same beside this process, which goes on hearing what is acknowledged. */
async function storeBeside(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['app/cli/store.ts', ...args], { env: env(), stdio: 'inherit' })
  const [code] = (await once(child, 'exit')) as [number]
  return code
}
async function more(count: number): Promise<void> {
  const enough = acknowledged.length + count
  while (acknowledged.length < enough) await once(writing.stdout!, 'data')
}
const casesIn = (path: string): Set<string> => {
  const database = new Database(path, { readonly: true })
  const cases = new Set(database.prepare<[], string>('SELECT case_id FROM cases').pluck().all())
  database.close()
  return cases
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-backup-'))
  writing = spawn(process.execPath, ['tests/operations/write-forever.ts'], { env: env(), stdio: ['ignore', 'pipe', 'inherit'] })
  writing.stdout!.on('data', (text: Buffer) => acknowledged.push(...text.toString().split('\n').filter((line) => line !== '')))
  await more(20)
}, PATIENCE)
afterAll(() => {
  writing.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

describe('a backup while the portal writes', { timeout: PATIENCE }, () => {
  it('is sound each time, and holds all that was acknowledged before it began', async () => {
    for (let index = 0; index < BACKUPS; index += 1) {
      const before = [...acknowledged]
      expect(await storeBeside(['backup', file(`backup-${index}.db`)])).toBe(0)
      const kept = casesIn(file(`backup-${index}.db`))
      expect(before.filter((one) => !kept.has(one))).toEqual([])
      await more(5)
      const since = acknowledged.at(-1) ?? ''
      expect(kept.has(since)).toBe(false)
    }
  })

  it('is one file, for this account only, and leaves nothing else', () => {
    expect(statSync(file('backup-0.db')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).filter((name) => name.startsWith('backup-'))).toHaveLength(BACKUPS)
  })
})

describe('restoring', { timeout: PATIENCE }, () => {
  it('gives back every case and upload, says what came later, and works for the portal', async () => {
    writing.kill('SIGKILL')
    const place = { DATA_DIR: file('data'), DATABASE_URL: `file:${file('new/portal.db')}` }
    const restored = store(['restore', file('backup-1.db')], place)
    expect(restored).toMatchObject({ status: 0, stderr: '' })
    expect(restored.stdout).toMatch(/checkpoints from after this backup: \d+ rows/)
    expect(casesIn(file('new/portal.db'))).toEqual(casesIn(file('backup-1.db')))
    const database = new Database(file('new/portal.db'), { readonly: true })
    expect(database.prepare('SELECT count(*) FROM files').pluck().get()).toBeGreaterThanOrEqual(20)
    database.close()
    expect(statSync(file('new')).mode & 0o777).toBe(0o700)
    expect(readdirSync(file('new')).filter((name) => name.includes('unfinished'))).toEqual([])
    const { openStore } = await import('#db/open-store.server.ts')
    const opened = await openStore({ databaseUrl: place.DATABASE_URL })
    expect(await opened.ready()).toBe(true)
    await opened.close()
  })

  it('says nothing of losses when nothing was shipped since', () => {
    expect(store(['backup', file('last.db')], { FILES_URL: 'file:///srv/uploads' })).toMatchObject({ status: 0, stdout: expect.stringContaining('file:///srv/uploads and is not in this file') })
    expect(store(['restore', file('last.db')], { DATABASE_URL: `file:${file('last/portal.db')}` })).toMatchObject({ status: 0, stdout: expect.not.stringContaining('after this backup') })
  })
})

describe('it refuses, in a sentence, and leaves everything as it was:', { timeout: PATIENCE }, () => {
  it('to overwrite', () => {
    const before = readFileSync(file('backup-0.db'))
    expect(store(['backup', file('backup-0.db')])).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing is overwritten') })
    expect(store(['restore', file('backup-0.db')])).toMatchObject({ status: 2, stderr: expect.stringContaining('nothing is overwritten') })
    expect(readFileSync(file('backup-0.db')).equals(before)).toBe(true)
    mkdirSync(file('half'))
    writeFileSync(file('half/portal.db-wal'), '')
    expect(store(['restore', file('backup-0.db')], { DATABASE_URL: `file:${file('half/portal.db')}` })).toMatchObject({ status: 2, stderr: expect.stringContaining('portal.db-wal is there already') })
  })

  it.each([
    ['PostgreSQL', ['backup', 'x.db'], { DATABASE_URL: 'postgres://u:secret@h/d' }, 'pg_dump'],
    ['PostgreSQL, when restoring', ['restore', 'x.db'], { DATABASE_URL: 'postgresql://u:secret@h/d' }, 'pg_dump'],
    ['no file', ['backup', 'x.db'], { DATABASE_URL: 'memory:' }, 'names no database file'],
    ['no database', ['backup', 'x.db'], { DATABASE_URL: 'file:/nowhere/none.db' }, 'There is no database'],
    ['no folder', ['backup', '/nowhere/x.db'], {}, 'There is no folder /nowhere'],
    ['no backup', ['restore', '/nowhere/x.db'], { DATABASE_URL: 'file:/nowhere/none.db' }, 'There is no backup'],
    ['another file', ['restore', 'package.json'], { DATABASE_URL: 'file:/nowhere/none.db' }, "can't be read as a database"],
    ['no command', ['list'], {}, 'usage'],
    ['no name', ['backup'], {}, 'usage'],
    ['two names', ['restore', 'a', 'b'], {}, 'usage'],
  ])('%s', (_what, args, settings, words) => {
    const refused = store(args, settings)
    expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(words) })
    expect(refused.stderr).not.toContain('secret')
    expect(existsSync('/nowhere')).toBe(false)
  })

  it('what is not as it was written', () => {
    copyFileSync(file('backup-2.db'), file('changed.db'))
    const database = new Database(file('changed.db'))
    database.exec(`UPDATE events SET data = '{"task":"other"}' WHERE rowid = 3`)
    database.close()
    expect(store(['restore', file('changed.db')], { DATABASE_URL: `file:${file('changed/portal.db')}` })).toMatchObject({ status: 1, stderr: expect.stringContaining('not as it was written') })
    expect(store(['backup', file('of-changed.db')], { DATABASE_URL: `file:${file('changed.db')}` })).toMatchObject({ status: 1 })
    expect([existsSync(file('changed')), existsSync(file('of-changed.db')), existsSync(file('of-changed.db.unfinished'))]).toEqual([false, false, false])
  })

  it('what is sound by itself, and another chain than was shipped', () => {
    const [line = ''] = readFileSync(file('data/checkpoints.jsonl'), 'utf8').trimEnd().split('\n').slice(-1)
    const said = JSON.parse(line) as { size: number }
    const second = file('second')
    mkdirSync(second)
    const database = new Database(file('last.db'))
    database.exec(`DELETE FROM checkpoints WHERE size >= ${said.size}`)
    database.close()
    for (const [text, status] of [[line, 0], [line.replace(/"head":"...../, '"head":"00000'), 1]] as const) {
      writeFileSync(join(second, 'checkpoints.jsonl'), `${text}\n`)
      expect(store(['restore', file('last.db')], { CHECKPOINT_DIR: second, DATABASE_URL: `file:${file(`other${status}/portal.db`)}` }).status).toBe(status)
    }
    expect(existsSync(file('other1'))).toBe(false)
  })

  it('a page that the disk has spoilt', () => {
    const bytes = readFileSync(file('backup-2.db'))
    bytes.fill(0xa5, bytes.length - 8192)
    writeFileSync(file('spoilt.db'), bytes)
    expect(store(['restore', file('spoilt.db')], { DATABASE_URL: `file:${file('spoilt/portal.db')}` }).status).toBe(1)
    expect(existsSync(file('spoilt'))).toBe(false)
  })
})
