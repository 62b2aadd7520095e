import { expect, it } from 'vitest'

import { buildCertificate } from '#tests/factories/certificate.ts'

import { verdictOf } from './verdict-of.ts'

const of = (valid: boolean, revokedOn: string | null) => verdictOf({ certificate: buildCertificate({ revokedOn }), valid, department: null })

it('tells what was taken back apart from what has run out', () => {
  expect([verdictOf(null), of(true, null), of(false, null), of(false, '2026-03-02')]).toEqual(['unknown', 'genuine', 'expired', 'revoked'])
})
