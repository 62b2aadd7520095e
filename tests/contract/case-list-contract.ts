import { describe, expect, it } from 'vitest'

import type { CaseSummary, Store } from '#db/store.ts'
import { buildCommit, buildSummary } from '#tests/factories/case-commit.ts'

import type { Contract } from './store-contract.ts'

const applicant = { person: 'p1', subjects: ['co1', 'co2'] }
const ended = (caseId: string, endedAt: number, more: Partial<CaseSummary> = {}) =>
  buildSummary({ caseId, endedAt, end: 'granted', yellowAt: null, dueAt: null, ...more })

/** In the order expected. */
const theirs = [
  buildSummary({ caseId: 'c-early', dueAt: 100 }),
  buildSummary({ caseId: 'c-tie-a', dueAt: 200, person: 'p9', company: 'co1' }),
  buildSummary({ caseId: 'c-tie-b', dueAt: 200 }),
  buildSummary({ caseId: 'c-tie-c', dueAt: 200, company: 'co1' }),
  buildSummary({ caseId: 'c-stopped', dueAt: null, yellowAt: null, person: 'p9', company: 'co2' }),
  ended('c-new', 900),
  ended('c-old-a', 800, { person: 'p9', company: 'co2' }),
  ended('c-old-b', 800),
]
const strangers = [buildSummary({ caseId: 'c-other', person: 'p9' }), buildSummary({ caseId: 'c-other-co', person: 'p9', company: 'co3' })]

async function fill(store: Store): Promise<void> {
  for (const summary of [...theirs, ...strangers].reverse()) await store.commit(buildCommit({ caseId: summary.caseId, summary }))
}

export const caseListContract: Contract = (store) => {
  describe('the list of an applicant’s cases', () => {
    it('has open ones by due date, stopped after them, then ended ones, newest first', async () => {
      await fill(store())
      const page = await store().cases.listOf(applicant, { limit: 20 })
      expect(page).toEqual({ rows: theirs, next: null, previous: null })
    })

    it('has only their own without companies', async () => {
      await fill(store())
      const { rows } = await store().cases.listOf({ person: 'p1', subjects: [] }, { limit: 20 })
      expect(rows).toEqual(theirs.filter(({ person }) => person === 'p1'))
    })

    it('is empty for a stranger', async () => {
      await fill(store())
      expect(await store().cases.listOf({ person: 'nobody', subjects: ['none'] }, { limit: 5 })).toEqual({ rows: [], next: null, previous: null })
    })

    it.each([1, 2, 3, 7])('pages by %i forward and back without a gap', async (limit) => {
      await fill(store())
      const seen: CaseSummary[] = []
      let page = await store().cases.listOf(applicant, { limit })
      for (seen.push(...page.rows); page.next; seen.push(...page.rows)) page = await store().cases.listOf(applicant, { limit, after: page.next })
      expect(seen).toEqual(theirs)
      const back = [...page.rows]
      for (; page.previous; back.unshift(...page.rows)) page = await store().cases.listOf(applicant, { limit, before: page.previous })
      expect(back).toEqual(theirs)
    })

    it('moves a case to the ended ones', async () => {
      await store().commit(buildCommit())
      await store().commit(buildCommit({ caseId: 'case-2', summary: buildSummary({ caseId: 'case-2', dueAt: null }) }))
      await store().commit(buildCommit({ expectedVersion: 1, summary: ended('case-1', 500) }))
      const { rows } = await store().cases.listOf(applicant, { limit: 5 })
      expect(rows.map(({ caseId }) => caseId)).toEqual(['case-2', 'case-1'])
    })
  })
}
