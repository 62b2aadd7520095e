import { describe, expect, it } from 'vitest'

import { buildCommit, buildSummary } from '#tests/factories/case-commit.ts'
import { buildSkipped, buildSubmitted } from '#tests/factories/case-event.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'

import type { Contract } from './store-contract.ts'

const conflict = { ok: false, reason: 'conflict' }

export const commitContract: Contract = (store) => {
  describe('a commit', () => {
    it('keeps the state, found by id and by ref', async () => {
      const change = buildCommit()
      expect(await store().commit(change)).toEqual({ ok: true })
      expect(await store().cases.load('case-1')).toEqual(change.state)
      expect(await store().cases.loadByRef('REF-case-1')).toEqual(change.state)
    })

    it('finds nothing where nothing is', async () => {
      expect(await store().cases.load('case-1')).toBeNull()
      expect(await store().cases.loadByRef('REF-case-1')).toBeNull()
      expect(await store().cases.events('case-1')).toEqual([])
    })

    it('replaces state and summary', async () => {
      await store().commit(buildCommit())
      const state = buildCaseState({ version: 3, skipped: ['visit', 'exam'] })
      const summary = buildSummary({ whose: 'applicant', yellowAt: null, dueAt: null, usedDays: 3 })
      await store().commit(buildCommit({ expectedVersion: 1, events: [buildSkipped('visit'), buildSkipped('exam')], state, summary }))
      expect(await store().cases.load('case-1')).toEqual(state)
      const list = await store().cases.listOf({ person: 'p1', subjects: [] }, { limit: 5 })
      expect(list.rows).toEqual([summary])
    })

    it('does not see what its caller changes afterwards, nor the other way round', async () => {
      const state = buildCaseState({ skipped: [] })
      const skipped: string[] = []
      await store().commit(buildCommit({ state: { ...state, skipped } }))
      skipped.push('later')
      const loaded = await store().cases.load('case-1')
      expect(loaded?.skipped).toEqual([])
      Object.assign(loaded ?? {}, { ref: 'changed' })
      expect((await store().cases.load('case-1'))?.ref).toBe('REF-case-1')
    })

    it.each([
      ['on an older version', 1],
      ['on a version still to come', 3],
      ['as new', 0],
    ])('is a conflict when made %s', async (_, expectedVersion) => {
      await store().commit(buildCommit())
      await store().commit(buildCommit({ expectedVersion: 1 }))
      expect(await store().commit(buildCommit({ expectedVersion }))).toEqual(conflict)
      expect(await store().cases.events('case-1')).toHaveLength(2)
    })

    it('is a conflict on a case that does not exist', async () => {
      expect(await store().commit(buildCommit({ expectedVersion: 1 }))).toEqual(conflict)
    })

    it('wins once a version when 50 race', async () => {
      await store().commit(buildCommit())
      for (const expectedVersion of [1, 2, 3]) {
        const racers = Array.from({ length: 50 }, (_, racer) =>
          store().commit(buildCommit({ expectedVersion, events: [buildSkipped(`task-${racer}`)] })),
        )
        const outcomes = await Promise.all(racers)
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
        expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(49).fill(conflict))
      }
      expect(await store().cases.events('case-1')).toHaveLength(4)
    })

    it('is refused as a mistake when the state does not count its events', async () => {
      await expect(store().commit(buildCommit({ state: buildCaseState({ version: 2 }) }))).rejects.toThrow('at version 2')
      expect(await store().cases.load('case-1')).toBeNull()
    })

    it('is refused when another case has its ref', async () => {
      await store().commit(buildCommit())
      const summary = buildSummary({ caseId: 'case-2', ref: 'REF-case-1' })
      const events = [buildSubmitted({ caseId: 'case-2', ref: 'REF-case-1' })]
      await expect(store().commit(buildCommit({ caseId: 'case-2', events, summary }))).rejects.toThrow()
      expect(await store().cases.load('case-2')).toBeNull()
    })
  })

  describe('awaited records', () => {
    const exam = { wait: 'exam', register: 'people', entity: 'person', subject: '3301' }

    it('lead to every case that waits for one', async () => {
      await store().commit(buildCommit({ caseId: 'case-2', awaits: [exam] }))
      await store().commit(buildCommit({ caseId: 'case-1', awaits: [exam, { ...exam, wait: 'other', subject: '3302' }] }))
      expect(await store().cases.awaitingRecord('people', 'person', '3301')).toEqual([
        { caseId: 'case-1', wait: 'exam' },
        { caseId: 'case-2', wait: 'exam' },
      ])
      expect(await store().cases.awaitingRecord('people', 'permit', '3301')).toEqual([])
      expect(await store().cases.awaitingRecord('companies', 'person', '3301')).toEqual([])
    })

    it('are replaced by the next commit', async () => {
      await store().commit(buildCommit({ awaits: [exam] }))
      await store().commit(buildCommit({ expectedVersion: 1, awaits: [] }))
      expect(await store().cases.awaitingRecord('people', 'person', '3301')).toEqual([])
    })
  })
}
