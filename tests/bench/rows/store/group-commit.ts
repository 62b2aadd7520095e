import { join } from 'node:path'

import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import type { CaseCommit, Store } from '#db/store.ts'

import { byTurns } from '../../harness/by-turns.ts'
import type { Bench } from '../../harness/row.ts'
import { trialSubmissions } from '../../store/trial-submissions.ts'

const AT_ONCE = 64
const A_ROUND = 10

export const groupCommit: Bench = {
  name: 'group-commit',
  says: `submissions that the store commits ${AT_ONCE} at once, every commit on the disk, against the same store one at a time`,
  unit: '/s',
  ratio: 'ours/theirs',
  goal: 3,
  atMost: false,
  measure: async ({ folder, rounds, share }) => {
    const count = Math.max(1, Math.round(A_ROUND * share)) * AT_ONCE
    const changes = await trialSubmissions(2 * (rounds + 1) * count)
    const store = openSqliteStore(join(folder, 'group-commit.db'))
    let taken = 0
    const next = (): readonly CaseCommit[] => changes.slice(taken, (taken += count))
    const atOnce = () => rate(store, next(), AT_ONCE)
    const oneByOne = () => rate(store, next(), 1)
    await atOnce()
    await oneByOne()
    const figures = await byTurns(rounds, atOnce, oneByOne)
    const { size } = await store.chain.head()
    await store.close()
    const links = changes.reduce((sum, { events }) => sum + events.length + 1, 0)
    if (size !== links) throw new Error(`${size} links were chained instead of ${links}`)
    return figures
  },
}

/** @returns commits in a second, with so many waiting at any time */
async function rate(store: Store, changes: readonly CaseCommit[], hands: number): Promise<number> {
  const from = performance.now()
  const left = [...changes].values()
  const hand = async (): Promise<void> => {
    for (const change of left) if (!(await store.commit(change)).ok) throw new Error('the store took no submission')
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return (changes.length / (performance.now() - from)) * 1000
}
