import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'onetrip-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Whoever has not ended by then does not end. */
const HANGS_MS = 60_000

const ASKS = `
  import('#db/sqlite/sqlite-store.server.ts').then(async ({ openSqliteStore }) => {
    const store = openSqliteStore(process.argv[1])
    for (let time = 0; time < 3; time += 1) console.log(JSON.stringify(await store.board.openTasks(0)))
  })`

it('keeps a process that does nothing else until it is answered, and no longer', () => {
  expect(execFileSync(process.execPath, ['-e', ASKS, join(folder, 'portal.db')], { encoding: 'utf8', timeout: HANGS_MS })).toBe('[]\n[]\n[]\n')
})
