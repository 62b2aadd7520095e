import type { Actor } from '#app/kernel/case/actor.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { dayNumber } from '#app/kernel/clock/iso-date.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'
import { may } from '#app/kernel/permission.ts'
import type { Certificate } from '#db/store.ts'

import type { Environment } from '../environment.ts'

/** A certificate that runs out, and can be renewed now by the service as it is today. */
export type Renewal = { certificate: Certificate; definition: Definition; validUntil: string }

const LAST_DAY = '9999-12-31'
const SHOWN = 50

/** What somebody may renew now, soonest first: in force, within the time before its end that its service names, and not begun anew already. */
export async function listRenewals(env: Environment, actor: Actor | null): Promise<readonly Renewal[]> {
  if (actor?.kind !== 'citizen') return []
  const today = localDate(env.catalogue.calendar, env.now())
  const companies = [...actor.companies, ...(actor.mandates ?? []).map(({ subject }) => subject)]
  const held = await env.store.cases.runningOut({ person: actor.id, companies }, today, LAST_DAY)
  const theirs = held.filter(({ company, service }) => company === null || may(actor, 'act_for', { subject: company, service }, 'own_affairs'))
  const due = theirs.flatMap((certificate) => renewalOf(env, certificate, theirs, today) ?? [])
  if (due.length === 0) return []
  const cases = await env.store.cases.listOf({ person: actor.id, subjects: companies }, { limit: SHOWN })
  const running = new Set(cases.rows.filter(({ end }) => end === null).map(({ service, company }) => JSON.stringify([service, company])))
  return due.filter(({ certificate: { service, company } }) => !running.has(JSON.stringify([service, company])))
}

function renewalOf({ catalogue }: Environment, certificate: Certificate, held: readonly Certificate[], today: string): Renewal | null {
  const { service, validUntil, suspendedOn } = certificate
  const definition = Object.hasOwn(catalogue.services, service) ? catalogue.services[service] : undefined
  if (!definition || validUntil === null || suspendedOn !== null) return null
  const days = renewableFor(definition, certificate.template)
  const isLater = (other: Certificate): boolean => other.template === certificate.template && other.holder === certificate.holder && other.company === certificate.company && (other.validUntil ?? '') > validUntil
  if (days === null || dayNumber(validUntil) - dayNumber(today) > days || held.some(isLater)) return null
  return { certificate, definition, validUntil }
}

/** Days before its end from which a certificate of this kind may be renewed; null: never. */
function renewableFor(definition: Definition, template: string): number | null {
  const made = nodesOf(definition).flatMap((node) => (node.node === 'auto' && node.makes.kind === 'certificate' && node.makes.template === template ? [node.makes.renewBeforeDays] : []))
  return made.find((days) => days !== null) ?? null
}
