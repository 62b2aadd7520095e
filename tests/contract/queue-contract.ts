import { describe, expect, it } from 'vitest'

import { writeCursor } from '#db/page.ts'
import type { PageQuery, QueueFilter, QueueRow, Store } from '#db/store.ts'
import { buildCommit, buildQueueRow } from '#tests/factories/case-commit.ts'

import type { Contract } from './store-contract.ts'

const desks = ['lead.clerk', 'fire.reviewer', 'food.reviewer']
const everybody: QueueFilter = { desks, holder: { is: 'anyone' }, service: null, task: null, light: null, now: 1000 }
const row = (caseId: string, task: string, desk: string, dueAt: number | null): QueueRow =>
  buildQueueRow({ caseId, task, desk, dueAt, yellowAt: dueAt })

/** In the order expected: by time left, ties by case, task and desk, stopped ones last. */
const sorted = [
  row('case-2', 'acceptance', 'lead.clerk', 100),
  row('case-1', 'acceptance', 'lead.clerk', 200),
  row('case-1', 'visit', 'fire.reviewer', 200),
  row('case-1', 'visit', 'food.reviewer', 200),
  row('case-3', 'acceptance', 'fire.reviewer', 200),
  row('case-3', 'review', 'lead.clerk', 300),
  row('case-2', 'review', 'food.reviewer', 400),
  row('case-4', 'acceptance', 'lead.clerk', null),
  row('case-5', 'acceptance', 'fire.reviewer', null),
]
const elsewhere = row('case-5', 'visit', 'signs.reviewer', 50)

async function fill(store: Store): Promise<void> {
  for (const caseId of ['case-5', 'case-4', 'case-3', 'case-2', 'case-1']) {
    const tasks = [...sorted, elsewhere].filter((one) => one.caseId === caseId).reverse()
    await store.commit(buildCommit({ caseId, tasks }))
  }
}

export const queueContract: Contract = (store) => {
  const ask = (page: PageQuery, filter: Partial<QueueFilter> = {}) => store().desk.queue({ ...everybody, ...filter }, page)

  describe('a queue', () => {
    it('is sorted by time left over its desks, stopped ones last', async () => {
      await fill(store())
      expect(await ask({ limit: 50 })).toEqual({ rows: sorted, next: null, previous: null })
    })

    it('has the rows of its own desks only, each once', async () => {
      await fill(store())
      const { rows } = await ask({ limit: 50 }, { desks: ['food.reviewer', 'food.reviewer'] })
      expect(rows).toEqual(sorted.filter(({ desk }) => desk === 'food.reviewer'))
      expect((await ask({ limit: 50 }, { desks: [] })).rows).toEqual([])
    })

    it.each([1, 2, 3, 4, 8])('pages by %i forward and back over ties and three desks', async (limit) => {
      await fill(store())
      const pages = [await ask({ limit })]
      for (let after = pages[0]?.next; after; after = pages.at(-1)?.next) pages.push(await ask({ limit, after }))
      expect(pages.flatMap(({ rows }) => rows)).toEqual(sorted)
      expect(pages.map(({ previous }) => previous === null)).toEqual(pages.map((_, index) => index === 0))
      const back = [pages.at(-1)]
      for (let before = back[0]?.previous; before; before = back[0]?.previous) back.unshift(await ask({ limit, before }))
      expect(back.map((page) => page?.rows)).toEqual(pages.map(({ rows }) => rows))
      expect(back[0]?.previous).toBeNull()
    })

    it.each(['', '%%%', 'bm90IGpzb24', writeCursor([1]), writeCursor([1, 2, 3, 4, 5])])('begins anew from a cursor that can not be read: %s', async (cursor) => {
      await fill(store())
      expect(await ask({ limit: 2, after: cursor })).toEqual(await ask({ limit: 2 }))
      expect(await ask({ limit: 2, before: cursor })).toEqual(await ask({ limit: 2 }))
    })

    it('goes on at the right place when the row of the cursor has gone', async () => {
      await fill(store())
      const { next } = await ask({ limit: 2 })
      await store().commit(buildCommit({ caseId: 'case-1', expectedVersion: 1, tasks: [] }))
      expect((await ask({ limit: 1, after: next })).rows).toEqual([sorted[4]])
    })

    it('shows its beginning when all rows beyond the cursor have gone', async () => {
      await fill(store())
      const { next } = await ask({ limit: 8 })
      await store().commit(buildCommit({ caseId: 'case-5', expectedVersion: 1, tasks: [] }))
      expect((await ask({ limit: 2, after: next })).rows).toEqual(sorted.slice(0, 2))
    })

    it('has what the last commit of a case says', async () => {
      await fill(store())
      const held = { ...row('case-2', 'acceptance', 'lead.clerk', 250), holderId: 's1', holderName: 'Zhou Jie', visitOn: '2026-03-09', version: 2 }
      await store().commit(buildCommit({ caseId: 'case-2', expectedVersion: 1, tasks: [held] }))
      const { rows } = await ask({ limit: 50 })
      expect(rows.filter(({ caseId }) => caseId === 'case-2')).toEqual([held])
    })

    it('keeps two rounds of a task apart', async () => {
      const rounds = [1, 2].map((round) => buildQueueRow({ round, dueAt: 100 }))
      await store().commit(buildCommit({ tasks: rounds }))
      expect((await ask({ limit: 5 })).rows).toEqual(rounds)
    })
  })
}
