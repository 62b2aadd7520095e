import { localDate } from '#app/kernel/clock/calendar.ts'
import { holderOf } from '#app/kernel/case/case-state.ts'
import type { CaseEvent } from '#app/kernel/case/case-event.ts'
import { caseValues } from '#app/kernel/case/values.ts'
import type { Definition, Made } from '#app/kernel/definition/definition.ts'
import { autoNode } from '#app/kernel/definition/nodes.ts'
import type { Certificate } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

type Issued = CaseEvent & { type: 'result_issued' }
export type CertificateMade = Made & { kind: 'certificate' }

/** Certificates issued in these events, with what is printed on them: later changes of the case change no certificate. */
export function certificatesOf(effect: Effect): Certificate[] {
  const { definition, state, calendar } = effect
  const issued = issuedIn(effect)
  if (issued.length === 0) return []
  // What a decision table gives is printed too.
  const values = caseValues(definition, state, effect)
  return issued.map(({ event, made }) => ({
    code: event.code,
    number: certificateNumber(event),
    caseId: state.id,
    ref: state.ref,
    service: definition.service,
    template: made.template,
    person: state.applicant.person,
    company: state.applicant.company,
    holder: holderOf(state.applicant),
    shown: made.shows.flatMap((name) => {
      const value = values[name] ?? null
      return value === null ? [] : [{ name, value, file: state.answers[name]?.file ?? null, envelope: state.answers[name]?.envelope ?? null }]
    }),
    issuedAt: event.at,
    issuedOn: localDate(calendar, event.at),
    validUntil: event.validUntil,
    revokedOn: null,
    suspendedOn: null,
  }))
}

/** Certificates taken back in these events, by a later step or by command. */
export function revokedIn({ events, calendar }: Effect): { code: string; on: string }[] {
  return events.flatMap((event) => {
    const codes = event.type === 'revoked' ? event.codes : event.type === 'result_issued' ? (event.revokes ?? []) : []
    return codes.map((code) => ({ code, on: localDate(calendar, event.at) }))
  })
}

/** Certificates that were set aside in these events, or hold again (`on: null`). */
export function suspendedIn({ events, calendar }: Effect): { code: string; on: string | null }[] {
  return events.flatMap((event): { code: string; on: string | null }[] => {
    if (event.type === 'suspended') return event.codes.map((code) => ({ code, on: localDate(calendar, event.at) }))
    return event.type === 'resumed' ? event.codes.map((code) => ({ code, on: null })) : []
  })
}

/** The events that issue a certificate, each with what the definition says of it. */
export function issuedIn({ definition, events }: Effect): { event: Issued; made: CertificateMade }[] {
  return events.flatMap((event) => {
    if (event.type !== 'result_issued' || event.kind !== 'certificate') return []
    const made = certificateMade(definition, event.auto)
    return made ? [{ event, made }] : []
  })
}

/** What the definition says of a certificate; null for an auto that makes none. */
export function certificateMade(definition: Definition, auto: string): CertificateMade | null {
  const makes = autoNode(definition, auto)?.makes
  return makes?.kind === 'certificate' ? makes : null
}

/** Short enough to read out; the code, not the number, is what proves a certificate. */
export const certificateNumber = (event: { code: string; at: number }): string => `${new Date(event.at).getUTCFullYear()}-${event.code.slice(0, 8)}`
