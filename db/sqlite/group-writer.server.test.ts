import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { groupWriter, type GroupWriter } from './group-writer.server.ts'
import { type Connection, openDatabase } from './open-database.server.ts'

let folder: string
let connection: Connection
let other: Connection
let writer: GroupWriter
/** Groups that reached the file: SQLite counts what another connection has committed. */
let commits: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-group-'))
  connection = openDatabase(join(folder, 'a.sqlite'))
  connection.client.exec('CREATE TABLE lines (line TEXT NOT NULL UNIQUE)')
  other = openDatabase(join(folder, 'a.sqlite'))
  commits = 0
  writer = groupWriter(connection.client)
})

afterEach(() => {
  connection.client.close()
  other.client.close()
  rmSync(folder, { recursive: true })
})

const version = (): number => other.client.pragma('data_version', { simple: true }) as number
const lines = (): string[] => other.client.prepare<[], string>('SELECT line FROM lines ORDER BY line').pluck().all()
const add = (line: string) => writer.write(() => connection.client.prepare('INSERT INTO lines VALUES (?)').run(line).changes)
const refuse = (line: string) => writer.write(() => {
  connection.client.prepare('INSERT INTO lines VALUES (?)').run(line)
  throw new Error(`no ${line}`)
})
const settled = async (all: readonly Promise<unknown>[]) => (await Promise.allSettled(all)).map(({ status }) => status)

describe('a group of writes', () => {
  it('is one commit', async () => {
    const before = version()
    expect(await Promise.all(['c', 'a', 'b'].map(add))).toEqual([1, 1, 1])
    expect(lines()).toEqual(['a', 'b', 'c'])
    commits = version() - before
    expect(commits).toBe(1)
  })

  it('is on the disk when the first of it is answered', async () => {
    const first = add('a').then(lines)
    void add('b')
    expect(await first).toEqual(['a', 'b'])
  })

  it('stands without the one that failed, and without what that one wrote', async () => {
    expect(await settled([add('a'), refuse('x'), add('a'), add('b')])).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(lines()).toEqual(['a', 'b'])
  })

  it('of one that fails writes nothing', async () => {
    await expect(refuse('x')).rejects.toThrow('no x')
    expect(lines()).toEqual([])
  })

  it('waits while another process holds the file, and keeps nobody else waiting', async () => {
    other.client.exec('BEGIN IMMEDIATE')
    const waiting = Promise.all(['a', 'b'].map(add))
    // the event loop comes round, and more comes to wait
    for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done, 1))
    const later = add('c')
    expect(lines()).toEqual([])
    other.client.exec('ROLLBACK')
    expect([...(await waiting), await later]).toEqual([1, 1, 1])
    expect(lines()).toEqual(['a', 'b', 'c'])
  })

  it('fails as a whole when another process holds the file for too long, and later ones go on', async () => {
    writer = groupWriter(connection.client, 20)
    other.client.exec('BEGIN IMMEDIATE')
    expect(await settled([add('a'), add('b')])).toEqual(['rejected', 'rejected'])
    other.client.exec('ROLLBACK')
    expect(await settled([add('a')])).toEqual(['fulfilled'])
    expect(lines()).toEqual(['a'])
  })

  it('fails as a whole when the disk is full, with nothing of it acknowledged', async () => {
    connection.client.pragma(`max_page_count = ${connection.client.pragma('page_count', { simple: true }) as number}`)
    expect(await settled([add('a'), add('b'.repeat(100_000)), add('c')])).toEqual(['rejected', 'rejected', 'rejected'])
    expect(lines()).toEqual([])
    connection.client.pragma('max_page_count = 1000')
    expect(await settled([add('a')])).toEqual(['fulfilled'])
  })

  it('is written when told to, before nobody came round before', async () => {
    const one = add('a')
    writer.flush()
    expect(lines()).toEqual(['a'])
    expect(await one).toBe(1)
  })

  it('acknowledges exactly what is there, whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ line: fc.integer({ min: 0, max: 20 }), fails: fc.boolean(), pause: fc.boolean() }), { maxLength: 40 }), async (all) => {
        connection.client.exec('DELETE FROM lines')
        const acknowledged: string[] = []
        const running: Promise<unknown>[] = []
        for (const { line, fails, pause } of all) {
          running.push((fails ? refuse(`${line}`) : add(`${line}`)).then(() => acknowledged.push(`${line}`), () => {}))
          if (pause) await new Promise((done) => setImmediate(done))
        }
        await Promise.all(running)
        expect(lines()).toEqual(acknowledged.sort())
      }),
      { numRuns: 60 },
    )
  })
})
