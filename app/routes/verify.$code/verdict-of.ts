import type { Verified } from '#app/use-cases/verify-certificate.ts'

export type Verdict = 'genuine' | 'expired' | 'suspended' | 'revoked' | 'unknown'

/** What to tell whoever holds a certificate. */
export function verdictOf(verified: Verified | null): Verdict {
  if (!verified) return 'unknown'
  if (verified.certificate.revokedOn !== null) return 'revoked'
  if (verified.certificate.suspendedOn !== null) return 'suspended'
  return verified.valid ? 'genuine' : 'expired'
}
