import type { Mandate } from '#db/mandate-store.ts'

export const buildMandate = (overrides: Partial<Mandate> = {}): Mandate => ({
  ...{ id: 'm1', person: 'p1', subject: 'child', kind: 'person', name: 'Li Ming', basis: 'parent', services: null, since: '2026-01-01', until: '2030-01-01', revokedAt: null },
  ...overrides,
})
