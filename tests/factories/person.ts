import type { StoredPerson } from '#db/store.ts'

export const buildPerson = (overrides: Partial<StoredPerson> = {}): StoredPerson => ({
  id: 'p1',
  kind: 'citizen',
  name: 'Li Na',
  subject: '330106199001011234',
  companies: [],
  desks: [],
  demo: null,
  ...overrides,
})

export const buildClerk = (overrides: Partial<StoredPerson> = {}): StoredPerson =>
  buildPerson({ id: 's1', kind: 'staff', name: 'Zhou Jie', subject: null, desks: ['lead.clerk'], ...overrides })
