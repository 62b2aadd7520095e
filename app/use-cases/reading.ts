import { type Actor, eventActor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { EventActor } from '#app/kernel/case/case-event.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { AccessEntry } from '#db/store.ts'

/** Why data is read, and for whom: what the access log says of it. */
export type Reading = {
  reader: EventActor
  /** Null when somebody looks at their own data. */
  service: string | null
  /** The department that reads. */
  department: string
  desk: string | null
  ref: string | null
  draft: string | null
  /** Who applies, and whose data is their own: anybody else is told by name whose application it was. */
  applicant: { name: string; own: readonly string[] }
}

/** A service reads, and so under its agreements. */
export type ServiceReading = Reading & { service: string }

/** Whose records an application reads: a person's (the applicant's own, or whom they act for), and a company's. */
export type Subjects = { person: string | null; company: string | null }

/** What the portal reads for a draft, as the department that leads the service. */
export function readingForDraft(definition: Definition, actor: Actor, subjects: Subjects, draft: string): ServiceReading {
  return { ...readingFor(definition, actor, subjects), draft, ref: null }
}

/** What is read for a case: by the portal, or by a register that sends something. */
export function readingForCase(definition: Definition, reader: Actor, subjects: Subjects, { ref, applicant }: Pick<CaseState, 'ref' | 'applicant'>): ServiceReading {
  return { ...readingFor(definition, reader, subjects), applicant: { name: applicant.name, own: ownOf(subjects) }, draft: null, ref }
}

function readingFor({ service, lead }: Definition, actor: Actor, { person, company }: Subjects): Omit<ServiceReading, 'draft' | 'ref'> {
  return { reader: eventActor(actor), service, department: lead, desk: null, applicant: { name: actor.name, own: ownOf({ person, company }) } }
}

/** Whose data an application is about in the first place. */
export const ownOf = ({ person, company }: Subjects): string[] => [person, company].filter((subject) => subject !== null)

/** What every entry of one reading says alike. */
export function entryOf(reading: Reading, subject: string): Pick<AccessEntry, 'subject' | 'reader' | 'department' | 'desk' | 'service' | 'ref' | 'draft' | 'onBehalfOf'> {
  const { reader, department, desk, service, ref, draft, applicant } = reading
  return { subject, reader, department, desk, service, ref, draft, onBehalfOf: applicant.own.includes(subject) ? null : applicant.name }
}
