import { suspendedUntil } from '#app/kernel/case/case-state.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { Certificate } from '#db/store.ts'

import type { Environment } from './environment.ts'

/**
 * `valid`: in force today, neither run out nor taken back nor set aside. `suspendedUntil`: the last day on which it is set
 * aside. `department`: who issued it; null once its service is no longer offered.
 */
export type Verified = { certificate: Certificate; valid: boolean; suspendedUntil: string | null; department: string | null }

/** What anybody who holds the code may know: whether it is genuine, whose, and until when. Null for an unknown code. */
export async function verifyCertificate(env: Environment, code: string): Promise<Verified | null> {
  // Codes are read out and typed: what looks alike counts as alike (Crockford's base 32).
  const plain = code.normalize('NFKC').toUpperCase().replaceAll(/[\s\p{Dash}]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  if (!/^[0-9A-Z]{20,40}$/.test(plain)) return null
  const certificate = await env.store.cases.certificate(plain)
  if (!certificate) return null
  const today = localDate(env.catalogue.calendar, env.now())
  const department = env.catalogue.services[certificate.service]?.lead ?? null
  const holds = certificate.revokedOn === null && certificate.suspendedOn === null
  const state = certificate.suspendedOn === null ? null : await env.store.cases.load(certificate.caseId)
  return { certificate, valid: holds && (certificate.validUntil === null || today <= certificate.validUntil), suspendedUntil: state && suspendedUntil(state, certificate.code), department }
}
