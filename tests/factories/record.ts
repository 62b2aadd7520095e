import type { RegisterRecord } from '#db/store.ts'

export const buildRecord = (overrides: Partial<RegisterRecord> = {}): RegisterRecord => ({
  register: 'people',
  entity: 'permit',
  subject: '330106199001011234',
  key: '1',
  data: { kind: 'small', size: 40 },
  asOf: '2026-01-01',
  validUntil: null,
  standing: 'valid',
  ...overrides,
})
