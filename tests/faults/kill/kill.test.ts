import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { newDatabase } from '#tests/factories/new-database.ts'

import { counting } from './count-cases.ts'
import { killLoop, type KillPlan } from './kill-loop.ts'

/* A short round of what `node tests/faults/kill/run.ts` does a thousand times. */

const folder = mkdtempSync(join(tmpdir(), 'onetrip-kills-'))
afterAll(() => rmSync(folder, { recursive: true }))

const stores: readonly [name: string, processes: number, open: (name: string) => Promise<string>][] = [
  ['SQLite', 1, async (name) => `file:${join(folder, `${name}.db`)}`],
  ['PostgreSQL', 3, () => newDatabase()],
]
const plan = (databaseUrl: string, processes: number, more: Partial<KillPlan> = {}): KillPlan => ({ databaseUrl, processes, kills: 4, between: 30, clients: 8, ...more })
const nothingWrong = { lost: 0, contradicted: 0, untold: 0, repeatsTooMany: 0 }

describe.each(stores)('portals on %s that are killed under load', (_, processes, open) => {
  it('lose nothing they acknowledged, do nothing twice, and tell of everything', async () => {
    const databaseUrl = await open('sound')
    const report = await killLoop(plan(databaseUrl, processes))
    expect(report).toMatchObject(nothingWrong)
    expect(report.acknowledged).toBeGreaterThanOrEqual(120)
    const { cases, keys, broken } = await counting(databaseUrl)
    expect(broken).toBeNull()
    expect(cases).toBe(keys)
  })

  it('are caught when they acknowledge before they write', async () => {
    const report = await killLoop(plan(await open('mutant'), processes, { mutant: 'acknowledge-first' }))
    expect(report.lost).toBeGreaterThan(0)
  })
})
