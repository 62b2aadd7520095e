import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'

import { verifyFile } from '../../audit/verify.ts'

const KILLS = 4
const folder = mkdtempSync(join(tmpdir(), 'onetrip-killed-'))
const path = join(folder, 'portal.db')
afterAll(() => rmSync(folder, { recursive: true }))

/** A process that commits, killed once it has acknowledged `after` rounds. @returns what it acknowledged */
function committing(run: number, after: number, meanwhile: () => void): Promise<string[]> {
  const child = spawn(process.execPath, ['tests/chain/commits-forever.ts', path, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  child.stdout.on('data', (text: Buffer) => {
    acknowledged.push(...text.toString().split('\n').filter((line) => line !== ''))
    if (acknowledged.length < after) return
    meanwhile()
    child.kill('SIGKILL')
  })
  return new Promise((done) => child.once('close', () => done(acknowledged)))
}

const verified = () => verifyFile(path, { shipped: [], keys: null }).broken

describe('a portal that is killed while it commits', () => {
  it('leaves chain, events and states in step, and loses nothing it acknowledged', async () => {
    const acknowledged: string[] = []
    for (let run = 0; run < KILLS; run += 1) {
      // While it writes, too: a false alarm here would be one in every nightly audit.
      acknowledged.push(...(await committing(run, 3 + run * 5, () => expect(verified()).toBeNull())))
      expect(verified()).toBeNull()
    }
    const database = new Database(path, { readonly: true })
    const kept = new Set(database.prepare<[], string>('SELECT case_id FROM cases WHERE version = 4').pluck().all())
    database.close()
    expect(acknowledged.length).toBeGreaterThanOrEqual(3 + 8 + 13 + 18)
    expect(acknowledged.filter((caseId) => !kept.has(caseId))).toEqual([])
  }, 60_000)
})
