import { expect, test } from 'vitest'

import { agreed } from '#app/kernel/records/agreement.ts'

import { daysLeft, standingOf } from './agreement-standing.ts'

const until = '2026-06-30'

test.each([
  ['2026-04-01', 91, 'in_force'],
  ['2026-04-02', 90, 'ending'],
  ['2026-06-30', 1, 'ending'],
  ['2026-07-01', 0, 'expired'],
  ['2027-07-01', -365, 'expired'],
] as const)('on %s it holds for %i days: %s', (today, left, standing) => {
  expect([daysLeft({ until }, today), standingOf({ until }, today)]).toEqual([left, standing])
  // What is shown as expired is what is refused.
  const agreement = { id: 'a', service: 's', register: 'r', fields: { e: ['f'] }, purpose: 'p', legal: 'l', until, steward: 'd.steward' }
  expect(agreed(agreement, [{ entity: 'e', field: 'f' }], today).may.length === 0).toBe(standing === 'expired')
})
