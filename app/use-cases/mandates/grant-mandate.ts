import type { Actor } from '#app/kernel/case/actor.ts'
import { isDate } from '#app/kernel/case/check-answer.ts'
import { type FieldProblem, type Problem, refuse } from '#app/kernel/case/problem.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import { dayNumber } from '#app/kernel/clock/iso-date.ts'
import type { Mandate } from '#db/mandate-store.ts'

import type { Environment } from '../environment.ts'

/** What the one who grants says: for whom (a company they head; null: themselves), to whom, in which services, until when. */
export type Grant = { company: string | null; identityNumber: string; name: string; services: readonly string[] | null; until: string | null }

export type Granted = { ok: true; mandate: Mandate } | { ok: false; problem: Problem }

const MOST_DAYS = 366

/**
 * Lets somebody act for the citizen, or for a company they head (Civil Code art. 161 to 165: in writing, with scope and
 * time). Problems: `not_permitted`; `invalid` with `no_such_person` (name and number must both fit, so that neither can be
 * found out), `missing`, `not_a_choice`, `not_a_date`, `in_the_past`, `over_a_year`.
 */
export async function grantMandate(env: Environment, actor: Actor, grant: Grant): Promise<Granted> {
  if (actor.kind !== 'citizen' || (grant.company !== null && !actor.companies.includes(grant.company))) return refuse({ code: 'not_permitted' })
  const own = await env.store.people.find(actor.id)
  const holder = grant.identityNumber === '' ? null : await env.store.people.findBySubject(grant.identityNumber.toUpperCase())
  const subject = grant.company ?? own?.subject ?? null
  const today = localDate(env.catalogue.calendar, env.now())
  const fields = [...holderProblems(grant, holder?.kind === 'citizen' && holder.name === grant.name && holder.id !== actor.id), ...scopeProblems(env, grant), ...untilProblems(grant.until, today)]
  if (fields.length > 0) return refuse({ code: 'invalid', fields })
  if (!own || !holder || subject === null || grant.until === null) return refuse({ code: 'not_permitted' })
  const name = own.companies.find(({ code }) => code === grant.company)?.name ?? own.name
  const kind = grant.company === null ? ('person' as const) : ('company' as const)
  const mandate: Mandate = { id: env.chance.id(env.now()), person: holder.id, subject, kind, name, basis: 'granted', services: grant.services, since: today, until: grant.until, revokedAt: null }
  await env.store.mandates.put(mandate)
  return { ok: true, mandate }
}

function holderProblems({ identityNumber, name }: Grant, fits: boolean): FieldProblem[] {
  const missing = [['name', name], ['identity_number', identityNumber]].flatMap(([field = '', value]): FieldProblem[] => (value === '' ? [{ name: field, code: 'missing' }] : []))
  if (missing.length > 0) return missing
  return fits ? [] : [{ name: 'identity_number', code: 'no_such_person' }]
}

/** All services, or some of those that whom it is for could apply for. */
function scopeProblems({ catalogue }: Environment, { company, services }: Grant): FieldProblem[] {
  if (services === null) return []
  if (services.length === 0) return [{ name: 'services', code: 'missing' }]
  const audience = company === null ? 'person' : 'business'
  const known = services.every((id) => Object.hasOwn(catalogue.services, id) && catalogue.services[id]?.audience === audience && catalogue.services[id].opens === 'by_applicant')
  return known ? [] : [{ name: 'services', code: 'not_a_choice' }]
}

function untilProblems(until: string | null, today: string): FieldProblem[] {
  if (until === null) return [{ name: 'until', code: 'missing' }]
  if (!isDate(until)) return [{ name: 'until', code: 'not_a_date' }]
  if (until < today) return [{ name: 'until', code: 'in_the_past' }]
  return dayNumber(until) - dayNumber(today) > MOST_DAYS ? [{ name: 'until', code: 'over_a_year' }] : []
}
