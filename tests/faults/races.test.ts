import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'
import { newDatabase } from '#tests/factories/new-database.ts'

import { raceRounds, type RaceReport } from './race-rounds.ts'
import { trialEnvironment } from './trial-environment.ts'

/* A short round of what `node tests/faults/races-run.ts` does ten thousand times. */
const ROUNDS = 8
const CLERKS = 20

const folder = mkdtempSync(join(tmpdir(), 'onetrip-races-'))
afterAll(() => rmSync(folder, { recursive: true }))

const stores: readonly [name: string, handles: number, open: () => Promise<string>][] = [
  ['SQLite', 2, async () => `file:${join(folder, 'portal.db')}`],
  ['PostgreSQL', 3, () => newDatabase()],
]

/** @param broken makes a store of a sound one */
async function race(databaseUrl: string, handles: number, broken: (store: Store) => Store = (store) => store): Promise<RaceReport> {
  const kept: Store[] = []
  for (let handle = 0; handle < handles; handle += 1) kept.push(await openStore({ databaseUrl }))
  try {
    return await raceRounds(kept.map((store) => trialEnvironment(broken(store))), ROUNDS, CLERKS)
  } finally {
    await Promise.all(kept.map((store) => store.close()))
  }
}

/** A store as it must not be: who comes too late is told that it is done. */
const tellingAll = (store: Store): Store => ({
  ...store,
  commit: async (change) => {
    const committed = await store.commit(change)
    return !committed.ok && committed.reason === 'conflict' ? { ok: true } : committed
  },
})

describe.each(stores)('clerks who want the same task, over several portals on %s', (_, handles, open) => {
  it('get it once and decide it once, and all others are told', async () => {
    expect(await race(await open(), handles)).toEqual({ rounds: ROUNDS, attempts: 2 * ROUNDS * CLERKS, claims: ROUNDS, decisions: ROUNDS, refused: 2 * ROUNDS * (CLERKS - 1), failed: 0, wrong: 0 })
  })
})

it('are caught when the store lets two of them believe it', async () => {
  expect((await race(await newDatabase(), 3, tellingAll)).claims).toBeGreaterThan(ROUNDS)
})
