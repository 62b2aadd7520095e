import type { CertificateMade } from './certificates.ts'
import { type Effect, subjectFor } from './case-commit.ts'

/** Where the record of a certificate is kept, and on whom; null for one that is no record. */
export function recordOf(effect: Effect, { record }: CertificateMade): { register: string; entity: string; subject: string } | null {
  if (record === null) return null
  const { register, entity, holder } = record
  const named = holder === null ? null : effect.state.answers[holder]?.value
  const subject = named == null ? subjectFor(effect, register, entity) : String(named)
  return subject ? { register, entity, subject } : null
}
