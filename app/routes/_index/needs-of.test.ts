import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import type { CaseSummary } from '#db/store.ts'
import { buildDraft } from '#tests/factories/draft.ts'

import { needsOf } from './needs-of.ts'

// Trusted: a text is called by its key here.
const t = ((key: string) => key) as unknown as TFunction
// Trusted: no more of a summary is read.
const summary = (ref: string, whose: string, end: string | null = null) => ({ caseId: ref, ref, service: 'trial', whose, end, submittedAt: 0 }) as unknown as CaseSummary
const page = (...rows: CaseSummary[]) => ({ rows, next: null, previous: null })

it('puts cases that wait for the reader before drafts, and leaves out the others', () => {
  const { items, more } = needsOf(t, { cases: page(summary('A', 'office'), summary('B', 'applicant'), summary('C', 'applicant', 'lapsed')), drafts: [buildDraft()] })
  expect(items.map((item) => item.href)).toEqual(['/cases/B', '/apply/draft-1'])
  expect(more).toBe(0)
})

it('shows three and counts the rest', () => {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((ref) => summary(ref, 'applicant'))
  expect(needsOf(t, { cases: page(...rows), drafts: [] })).toMatchObject({ items: [{ ref: 'A' }, { ref: 'B' }, { ref: 'C' }], more: 2 })
})
