import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import { openStore } from '#db/open-store.server.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'

import { fillStore } from './fill-store.ts'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-canaries-'))
const canaries = new Map<string, string>()
const canary = (where: string): string => {
  const value = `金丝雀${randomBytes(12).toString('hex')}canary`
  canaries.set(value, where)
  return value
}

/** What is found of a text in bytes: itself, and the middle of its base64 wherever it may begin. */
const formsOf = (text: string): string[] =>
  [text, JSON.stringify(text).slice(1, -1), ...[0, 1, 2].flatMap((shift) => (['base64', 'base64url', 'hex'] as const).map((form) => Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString(form).slice(4, -4)))]

const foundIn = (bytes: Buffer): string[] => [...canaries].flatMap(([value, where]) => (formsOf(value).some((form) => bytes.includes(form)) ? [where] : []))

beforeAll(async () => {
  const sealed = await openStore({ databaseUrl: `file:${folder}/sealed.db`, dataKeys: buildDataKeys() })
  await fillStore(sealed, canary)
  // the log as it is while the portal runs
  copyFileSync(join(folder, 'sealed.db-wal'), join(folder, 'running.wal'))
  const running = new Database(join(folder, 'sealed.db'), { readonly: true })
  await running.backup(join(folder, 'backup.db'))
  running.close()
  await sealed.close()
  const bare = openSqliteStore(join(folder, 'bare', 'bare.db'))
  await fillStore(bare, canary)
  await bare.close()
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('without the keys', () => {
  it('the files hold no canary: neither the database, nor its log, nor a backup', () => {
    const files = readdirSync(folder).filter((name) => /\.(db|wal|db-wal|db-shm)$/.test(name))
    expect(files).toEqual(expect.arrayContaining(['backup.db', 'running.wal', 'sealed.db']))
    for (const file of files) expect([file, foundIn(readFileSync(join(folder, file)))]).toEqual([file, []])
  })

  it('numbers that were answered are not there either', () => {
    for (const file of ['sealed.db', 'backup.db', 'running.wal']) expect(readFileSync(join(folder, file)).includes('918273645546')).toBe(false)
  })

  it('and the search does find them where nothing is sealed', () => {
    const found = new Set(foundIn(readFileSync(join(folder, 'bare', 'bare.db'))))
    // of drafts and what may be picked in them, some are made that nothing keeps
    const written = [...canaries.values()].filter((where) => !/^(draft|option) /.test(where))
    expect(written.filter((where) => !found.has(where))).toEqual([])
    expect(found.size).toBeGreaterThan(80)
  })
})
