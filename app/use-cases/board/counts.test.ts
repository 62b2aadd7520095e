import { expect, it } from 'vitest'

import { countsOf, onTimeShare, returnedShare } from './counts.ts'

const counts = countsOf([
  { kind: 'received', count: 8 }, { kind: 'received', count: 2 }, { kind: 'granted', count: 3 }, { kind: 'refused', count: 1 },
  { kind: 'lapsed', count: 1 }, { kind: 'withdrawn', count: 1 }, { kind: 'on_time', count: 3 }, { kind: 'late', count: 1 }, { kind: 'returned', count: 2 },
])

it('adds up what came in, and everything that ended as done', () => expect(counts).toMatchObject({ received: 10, done: 6 }))

it('takes the share on time of decided cases only, and of returns on what was received', () => {
  expect([onTimeShare(counts), returnedShare(counts)]).toEqual([0.75, 0.2])
})

it('has no share of nothing', () => expect([onTimeShare(countsOf([])), returnedShare(countsOf([]))]).toEqual([null, null]))
