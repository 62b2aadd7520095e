import { expect, it } from 'vitest'

import { buildCertificate } from '#tests/factories/certificate.ts'

import { verdictOf } from './verdict-of.ts'

const of = (valid: boolean, revokedOn: string | null, suspendedOn: string | null = null) => verdictOf({ certificate: buildCertificate({ revokedOn, suspendedOn }), valid, suspendedUntil: null, department: null })

it('tells what was taken back apart from what has run out', () => {
  expect([verdictOf(null), of(true, null), of(false, null), of(false, '2026-03-02')]).toEqual(['unknown', 'genuine', 'expired', 'revoked'])
})

it('tells what is set aside apart, unless it was taken back since', () => {
  expect([of(false, null, '2026-03-02'), of(false, '2026-03-09', '2026-03-02')]).toEqual(['suspended', 'revoked'])
})
