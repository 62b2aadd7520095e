import type { Actor } from '#app/kernel/case/actor.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import { may } from '#app/kernel/permission.ts'

import type { Environment } from './environment.ts'
import { readRecords } from './read-records.ts'

export type Started = { ok: true; draftId: string } | { ok: false; problem: Problem }

/**
 * Opens a draft, filled in from the registers. Problems: `not_permitted` (no citizen; not their company), `not_found`.
 * @param company credit code, for a service for businesses
 */
export async function startApplication(env: Environment, actor: Actor, service: string, company: string | null): Promise<Started> {
  const definition = Object.hasOwn(env.catalogue.services, service) ? env.catalogue.services[service] : undefined
  if (!definition) return refuse({ code: 'not_found' })
  if (!may(actor, { action: 'apply' }) || actor.kind !== 'citizen') return refuse({ code: 'not_permitted' })
  const forCompany = definition.audience === 'business'
  if (forCompany && (company === null || !actor.companies.includes(company))) return refuse({ code: 'not_permitted' })
  const person = await env.store.people.find(actor.id)
  const subjects = { person: person?.subject ?? null, company: forCompany ? company : null }
  const prefill = await readRecords(env, definition, subjects)
  const now = env.now()
  const draftId = env.chance.id(now)
  await env.store.drafts.create({
    id: draftId,
    person: actor.id,
    company: subjects.company,
    service,
    definitionHash: definition.hash,
    ...prefill,
    version: 1,
    createdAt: now,
    updatedAt: now,
    submittedRef: null,
  })
  return { ok: true, draftId }
}
