import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { StoredEvent, StoredPerson } from '#db/store.ts'
import { visible } from '#tests/shared-records/desk-oracle.ts'
import { services } from '#tests/shared-records/files.ts'
import type { Held } from '#tests/shared-records/office.ts'

import type { CanaryCity } from './canary-city.ts'
import { canariesIn } from './mint.ts'

/** A case with all that belongs to it. */
export type Known = { state: CaseState; events: readonly StoredEvent[]; held: readonly Held[]; contents: Readonly<Record<string, string>> }

/** Every case of the city as it is now. @param refs those of wholes and of parts */
export function readCases({ world }: CanaryCity, refs: readonly string[], held: ReadonlyMap<string, readonly Held[]>): Promise<Known[]> {
  return Promise.all(refs.map(async (ref) => {
    const state = await world.store.cases.loadByRef(ref)
    if (!state) throw new Error(`no case ${ref}`)
    const files = Object.values(state.answers).flatMap(({ file }) => file ?? [])
    const contents = await Promise.all(files.map(async ({ id }) => [id, Buffer.from((await world.store.files.content(id)) ?? []).toString('latin1')] as const))
    return { state, events: await world.store.cases.events(state.id), held: held.get(ref) ?? [], contents: Object.fromEntries(contents) }
  }))
}

/** What was said by officials for the applicant to read. */
const toldApplicant = (events: readonly StoredEvent[]): unknown =>
  events.map((event) => (event.type === 'task_reported' ? [event.reasons, event.items, event.sets] : event.type === 'extended' || event.type === 'revoked' || event.type === 'suspended' ? event.reason : event.type === 'withdrawn' || event.type === 'appealed' ? event : null))

/** What officials wrote to each other, who they are, and what the applicant told them with a withdrawal. */
const toldOffices = (events: readonly StoredEvent[]): unknown =>
  events.map((event) => [
    event.actor.kind === 'staff' ? event.actor.name : null,
    event.type === 'task_reported' ? event.note : event.type === 'withdrawn' ? event.note : event.type === 'task_claimed' ? event.person.name : event.type === 'task_handed_over' ? event.to.name : null,
    event.type === 'extended' || event.type === 'revoked' || event.type === 'suspended' ? event.reason : null,
  ])

const holder = ({ applicant }: CaseState): unknown => [applicant.name, applicant.companyName, applicant.behalf?.name]

const heldNow = ({ held }: Known, who: StoredPerson): string[] => held.filter(({ clerk }) => clerk.id === who.id).map(({ desk }) => desk)

/** By the words of the files of `workflows/` alone: canaries that this member of staff may come across. */
export function staffMayKnow(city: CanaryCity, cases: readonly Known[], who: StoredPerson): Set<string> {
  const colleagues = city.staff.filter(({ desks }) => desks.some((desk) => who.desks.includes(desk))).map(({ name }) => name)
  const told = cases.map((one) => {
    const { state, events, contents } = one
    const service = services[state.service]!
    const beside = state.end === null ? service.beside.open : state.end === 'granted' || state.end === 'revoked' ? service.beside.granted : null
    const desksEver = Object.values(state.tasks).flatMap(({ parts }) => parts.map(({ desk }) => desk))
    if (!who.desks.some((desk) => desksEver.includes(desk) || desk === beside)) return null
    const mine = heldNow(one, who)
    const names = mine.length > 0 ? visible(service, state, mine) : []
    const answers = names.map((name) => [state.answers[name], contents[state.answers[name]?.file?.id ?? '']])
    const statements = mine.length > 0 ? events.filter(({ type }) => type === 'objected' || type === 'appealed') : []
    return [holder(state), toldOffices(events), answers, statements]
  })
  const isOfficer = who.desks.some((desk) => desk.endsWith('.security_officer'))
  return new Set(canariesIn(JSON.stringify([colleagues, told, isOfficer ? [city.staff, [...city.mint.planted].filter(([, what]) => what === 'what came of an alert')] : []])))
}

/** What registers hold on a citizen, their companies and whom they act for; their cases, drafts and mandates; what they said of others' notices. */
export async function citizenMayKnow({ world }: CanaryCity, cases: readonly Known[], who: StoredPerson): Promise<Set<string>> {
  const mandates = [...(await world.store.mandates.heldBy(who.id)), ...(await world.store.mandates.givenFor(who.subject ?? ''))]
  const subjects = [who.subject, ...who.companies.map(({ code }) => code), ...mandates.filter(({ person }) => person === who.id).map(({ subject }) => subject)]
  const records = world.city.records.filter(({ subject }) => subjects.includes(subject)).map(({ data }) => data)
  const own = cases.filter(({ state: { applicant } }) => applicant.person === who.id || subjects.includes(applicant.company) || subjects.includes(applicant.behalf?.subject ?? ''))
  const told = own.map(({ state, events, contents }) => [state.answers, holder(state), contents, toldApplicant(events)])
  const objections = cases.flatMap(({ events }) => events.filter(({ type, actor }) => type === 'objected' && actor.id === who.id))
  const drafts = await world.store.drafts.openOf(who.id)
  const certificates = await Promise.all(own.map(({ state }) => world.store.cases.certificatesOf(state.id)))
  return new Set(canariesIn(JSON.stringify([who, records, told, objections, drafts, certificates, mandates])))
}

/** Whose application is public now, for everybody. */
export async function everybodyMayKnow({ world }: CanaryCity, cases: readonly Known[]): Promise<Set<string>> {
  const { rows } = await world.store.cases.notices({ limit: 50 })
  const open = new Set(rows.map(({ ref }) => ref))
  return new Set(canariesIn(JSON.stringify(cases.filter(({ state }) => open.has(state.ref)).map(({ state }) => holder(state)))))
}
