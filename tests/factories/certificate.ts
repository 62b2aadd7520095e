import type { Certificate } from '#db/store.ts'

import { at } from './definition.ts'

export const buildCertificate = (overrides: Partial<Certificate> = {}): Certificate => ({
  code: 'code-1',
  number: 'TRIAL-2026-1',
  caseId: 'case-1',
  ref: 'REF-case-1',
  service: 'trial',
  template: 'permit',
  person: 'p1',
  company: null,
  holder: 'Li Na',
  shown: [{ name: 'size', value: 60, file: null }],
  issuedAt: at('2026-03-20'),
  issuedOn: '2026-03-20',
  revokedOn: null,
  suspendedOn: null,
  validUntil: '2029-03-19',
  ...overrides,
})
