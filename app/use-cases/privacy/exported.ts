import type { Answers } from '#app/kernel/case/answer.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Mandate } from '#db/mandate-store.ts'
import type { Erasure } from '#db/retention-store.ts'
import type { Certificate, Draft, Session, StoredEvent } from '#db/store.ts'

import { maskName } from '../mask-name.ts'

/*
 * What is held on somebody, as the export says it (public/contracts/export.schema.json): names in snake_case, instants in ISO 8601. Other
 * people are masked as pages mask them, and officials are not named: their departments answer for them.
 */

const instant = (at: number): string => new Date(at).toISOString()
const instantOrNull = (at: number | null): string | null => (at === null ? null : instant(at))

export const exportedMandate = ({ kind, name, basis, services, since, until, ...rest }: Mandate & { holder?: string }): unknown => ({
  kind,
  name: rest.holder === undefined ? name : maskName(rest.holder),
  basis,
  services,
  since,
  until,
})

export const exportedSession = ({ provider, signedInAt, seenAt, endsAt }: Session): unknown => ({ provider, signed_in_at: instant(signedInAt), seen_at: instant(seenAt), ends_at: instant(endsAt) })

export const exportedDraft = ({ id, service, createdAt, updatedAt, answers }: Draft): unknown => ({
  id,
  service,
  begun_at: instant(createdAt),
  saved_at: instant(updatedAt),
  answers: exportedAnswers(answers),
})

export function exportedCase(state: CaseState, events: readonly StoredEvent[], certificates: readonly Certificate[], erased: Erasure | null): unknown {
  const { ref, service, submittedAt, endedAt, end, applicant, answers } = state
  return {
    ref,
    service,
    submitted_at: instant(submittedAt),
    ended_at: instantOrNull(endedAt),
    end,
    erased_at: instantOrNull(erased?.at ?? null),
    applicant: { name: applicant.name, company: applicant.companyName },
    answers: exportedAnswers(answers),
    events: events.map(exportedEvent),
    certificates: certificates.map(exportedCertificate),
  }
}

export function exportedAnswers(answers: Answers): unknown {
  const entries = Object.entries(answers).map(([name, { value, source, envelope, file }]) => [
    name,
    { value, source, register: envelope?.register ?? null, as_of: envelope?.asOf ?? null, register_value: envelope?.value ?? null, document: file?.id ?? null },
  ])
  return Object.fromEntries(entries)
}

/** What happened, and what the applicant was told in words: reasons of returns and decisions. A desk's own notes are for the desk. */
function exportedEvent(event: StoredEvent): unknown {
  return { type: event.type, at: instant(event.at), by: event.actor.kind, said: said(event) }
}

function said(event: StoredEvent): readonly string[] {
  if (event.type === 'return_sent') return event.items.map(({ reason }) => reason.text).filter((text) => text !== '')
  if (event.type === 'task_reported') return event.reasons.map(({ text }) => text).filter((text) => text !== '')
  if (event.type === 'extended' || event.type === 'revoked' || event.type === 'suspended') return [event.reason.text]
  if (event.type === 'appealed' || event.type === 'objected') return event.actor.kind === 'citizen' && event.type === 'appealed' ? [event.text] : []
  return event.type === 'withdrawn' ? [event.note] : []
}

const exportedCertificate = ({ code, number, template, holder, shown, issuedOn, validUntil, revokedOn, suspendedOn }: Certificate): unknown => ({
  code,
  number,
  template,
  holder,
  values: Object.fromEntries(shown.map(({ name, value }) => [name, value])),
  issued_on: issuedOn,
  valid_until: validUntil,
  revoked_on: revokedOn,
  suspended_on: suspendedOn,
})
