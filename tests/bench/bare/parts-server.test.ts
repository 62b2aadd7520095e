import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { startServer } from '../harness/child-server.ts'
import { httpVisitor } from '../harness/http-visitor.ts'
import { watchRows } from '../harness/written-rows.ts'

import type { Part } from './parts-server.ts'
import { treeOf } from './read-page.ts'

const PAGE = '<!DOCTYPE html><html lang="en"><head><title>A &amp; B</title></head><body class="b"><label for="x">How?</label><input id="x" value="1"></body></html>'

let folder: string
let path: string
let database: Database.Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onetrip-parts-'))
  path = join(folder, 'some.db')
  database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.exec(`
    CREATE TABLE cases (case_id TEXT PRIMARY KEY, ref TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, state BLOB, length INTEGER AS (length(state)) STORED);
    CREATE TABLE events (case_id TEXT NOT NULL REFERENCES cases, version INTEGER NOT NULL, PRIMARY KEY (case_id, version));
    CREATE TABLE chain (place INTEGER PRIMARY KEY, leaf BLOB);
    CREATE TABLE tallies (day TEXT PRIMARY KEY, count INTEGER);
    INSERT INTO tallies VALUES ('2026-03-01', 4), ('2026-03-02', 7);`)
})

afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

function submit(): void {
  database.exec(`
    INSERT INTO cases (case_id, ref, version, state) VALUES ('case-000000001', 'REF-00000001', 1, x'0102');
    INSERT INTO events VALUES ('case-000000001', 1), ('case-000000001', 2);
    INSERT INTO chain (leaf) VALUES (x'aa'), (x'bb');
    UPDATE tallies SET count = 8 WHERE day = '2026-03-02';`)
}

test('rows that are new are told from rows that changed, and what stayed is left out', () => {
  const written = watchRows(path)
  submit()
  expect(written().map(({ table, fresh, values }) => [table, fresh, values])).toEqual([
    ['cases', true, ['case-000000001', 'REF-00000001', 1, { base64: 'AQI=' }]],
    ['events', true, ['case-000000001', 1]],
    ['events', true, ['case-000000001', 2]],
    ['chain', true, [1, { base64: 'qg==' }]],
    ['chain', true, [2, { base64: 'uw==' }]],
    ['tallies', false, ['2026-03-02', 8]],
  ])
  expect(written()).toEqual([])
})

test('the bare server writes as many new rows for every request, and changes what was changed', async () => {
  const written = watchRows(path)
  submit()
  const parts = join(folder, 'parts.json')
  writeFileSync(parts, JSON.stringify([{ rows: written() }, { page: treeOf(PAGE) }] satisfies Part[]))
  const server = await startServer(join(import.meta.dirname, 'parts-server.ts'), [path, parts])
  try {
    const visitor = httpVisitor(server.url)
    for (let request = 0; request < 3; request += 1) expect((await visitor.post('/0')).status).toBe(303)
    const count = (table: string) => database.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n
    expect(['cases', 'events', 'chain', 'tallies'].map(count)).toEqual([4, 8, 8, 2])
    expect(await visitor.get('/1')).toMatchObject({ status: 200, text: PAGE.replace('value="1">', 'value="1"/>') })
    expect((await visitor.get('/2')).status).toBe(404)
    expect(await server.usage()).toBeGreaterThan(0)
  } finally {
    await server.stop()
  }
})

test('a server that can not start says so', async () => {
  await expect(startServer(join(import.meta.dirname, 'parts-server.ts'), [path, join(folder, 'none.json')])).rejects.toThrow('ended with 1')
})
