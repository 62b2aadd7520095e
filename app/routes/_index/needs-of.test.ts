import type { TFunction } from 'i18next'
import { expect, it } from 'vitest'

import type { MyCase } from '#app/use-cases/list-my-cases.ts'
import { buildDraft } from '#tests/factories/draft.ts'

import { needsOf } from './needs-of.ts'

// Trusted: a text is called by its key here.
const t = ((key: string) => key) as unknown as TFunction
// Trusted: no more of a case is read.
const mine = (ref: string, asks: MyCase['asks']) => ({ ref, service: 'trial', asks, submittedAt: 0 }) as unknown as MyCase
const page = (...rows: MyCase[]) => ({ rows, next: null, previous: null })

it('puts cases that wait for the reader before drafts, and leaves out the others', () => {
  const { items, more } = needsOf(t, { cases: page(mine('A', null), mine('B', 'pay')), drafts: [buildDraft()] })
  expect(items.map((item) => item.href)).toEqual(['/cases/B', '/apply/draft-1'])
  expect(more).toBe(0)
})

it('shows three and counts the rest', () => {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((ref) => mine(ref, 'correct'))
  expect(needsOf(t, { cases: page(...rows), drafts: [] })).toMatchObject({ items: [{ ref: 'A' }, { ref: 'B' }, { ref: 'C' }], more: 2 })
})
