import type { AccessEntry } from '#db/store.ts'

let count = 0

/** A read of a register for an application of one's own. */
export const buildAccess = (overrides: Partial<AccessEntry> = {}): AccessEntry => ({
  id: `access-${(count += 1)}`,
  request: 'request-1',
  at: 0,
  subject: '330106199001011234',
  reader: { kind: 'citizen', id: 'p1', name: 'Li Na' },
  department: 'traffic_police',
  desk: null,
  what: 'register',
  register: 'population',
  agreement: 'population-driving-licence-renewal',
  purpose: 'identify_applicant',
  service: 'driving-licence-renewal',
  ref: null,
  draft: null,
  onBehalfOf: null,
  fields: ['person.full_name'],
  outcome: 'read',
  why: null,
  shownFrom: 0,
  ...overrides,
})
