import { describe, expect, it } from 'vitest'

import { buildCommit } from '#tests/factories/case-commit.ts'

import type { Contract } from './store-contract.ts'

const timer = (key: string, dueAt: number) => ({ key, dueAt })

export const timerContract: Contract = (store) => {
  const due = async (now: number, limit = 10) => (await store().timers.due(now, limit, 0)).map(({ caseId, key }) => `${caseId} ${key}`)

  describe('timers', () => {
    it('are due from their instant on, earliest first, as many as asked for', async () => {
      await store().commit(buildCommit({ caseId: 'case-2', timers: [timer('b', 100), timer('a', 100), timer('late', 301)] }))
      await store().commit(buildCommit({ caseId: 'case-1', timers: [timer('c', 300), timer('d', 100)] }))
      expect(await due(99)).toEqual([])
      expect(await due(300)).toEqual(['case-1 d', 'case-2 a', 'case-2 b', 'case-1 c'])
      expect(await due(300, 2)).toEqual(['case-1 d', 'case-2 a'])
      expect(await store().timers.due(100, 1, 0)).toEqual([{ caseId: 'case-1', key: 'd', dueAt: 100 }])
    })

    it('are replaced by the next commit of their case, and only of theirs', async () => {
      await store().commit(buildCommit({ caseId: 'case-1', timers: [timer('a', 100), timer('b', 100)] }))
      await store().commit(buildCommit({ caseId: 'case-2', timers: [timer('a', 100)] }))
      await store().commit(buildCommit({ caseId: 'case-1', expectedVersion: 1, timers: [timer('b', 150)] }))
      expect(await due(200)).toEqual(['case-2 a', 'case-1 b'])
    })

    it('that were put off wait until then, and are still due at their own instant', async () => {
      await store().commit(buildCommit({ timers: [timer('a', 100), timer('b', 120)] }))
      await store().timers.postpone('case-1', 'a', 500)
      expect(await due(499)).toEqual(['case-1 b'])
      expect(await store().timers.due(500, 10, 0)).toEqual([
        { caseId: 'case-1', key: 'b', dueAt: 120 },
        { caseId: 'case-1', key: 'a', dueAt: 100 },
      ])
    })

    it('are one caller’s for as long as the lease lasts', async () => {
      await store().commit(buildCommit({ timers: [timer('a', 100), timer('b', 100), timer('c', 100)] }))
      const take = async (now: number, limit: number) => (await store().timers.due(now, limit, 50)).map(({ key }) => key)
      const taken = await Promise.all([take(100, 2), take(100, 2), take(100, 2)])
      expect(taken.flat().sort()).toEqual(['a', 'b', 'c'])
      expect(await take(149, 9)).toEqual([])
      expect(await take(150, 9)).toEqual(['a', 'b', 'c'])
    })

    it('are never due earlier for being put off', async () => {
      await store().commit(buildCommit({ timers: [timer('a', 100)] }))
      await store().timers.postpone('case-1', 'a', 50)
      await store().timers.postpone('case-1', 'gone', 50)
      expect(await due(99)).toEqual([])
    })

    it('start afresh when their case goes on', async () => {
      await store().commit(buildCommit({ timers: [timer('a', 100)] }))
      await store().timers.postpone('case-1', 'a', 500)
      await store().commit(buildCommit({ expectedVersion: 1, timers: [timer('a', 100)] }))
      expect(await due(100)).toEqual(['case-1 a'])
    })
  })
}
