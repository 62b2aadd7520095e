import type { Actor } from '#app/kernel/case/actor.ts'
import type { Behalf } from '#app/kernel/case/case-state.ts'
import { type Problem, refuse } from '#app/kernel/case/problem.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import { may } from '#app/kernel/permission.ts'
import type { Sources } from '#app/kernel/records/sources.ts'

import type { Environment } from './environment.ts'
import { registersRead } from './read-records.ts'

export type Started = { ok: true; draftId: string } | { ok: false; problem: Problem }

/** Whom it is for: a company (credit code), or whom a mandate (its id) lets the applicant act for; neither: themselves. */
export type AppliesFor = { company: string | null; mandate: string | null }

/**
 * Opens a draft. Nothing is read yet: the applicant is first shown which registers would be (`agree-to-sources.ts`).
 * Problems: `not_permitted` (no citizen; not their company; no mandate for this), `not_found` (also for a service that begins
 * from another page: its first answers, such as whose record is wrong, are the page's and not the applicant's to write).
 */
export async function startApplication(env: Environment, actor: Actor, service: string, { company, mandate }: AppliesFor): Promise<Started> {
  const definition = Object.hasOwn(env.catalogue.services, service) ? env.catalogue.services[service] : undefined
  if (!definition || definition.opens === 'by_link') return refuse({ code: 'not_found' })
  if (!may(actor, 'apply', null, 'own_affairs') || actor.kind !== 'citizen') return refuse({ code: 'not_permitted' })
  const subject = whomFor(actor, definition, company, mandate)
  if (!subject) return refuse({ code: 'not_permitted' })
  const now = env.now()
  const draftId = env.chance.id(now)
  await env.store.drafts.create({
    id: draftId,
    person: actor.id,
    ...subject,
    service,
    definitionHash: definition.hash,
    answers: {},
    options: {},
    sources: openSources(definition),
    version: 1,
    createdAt: now,
    updatedAt: now,
    submittedRef: null,
  })
  return { ok: true, draftId }
}

/** Every register a definition reads, to be asked about. */
export const openSources = (definition: Definition): Sources => Object.fromEntries(registersRead(definition).map((register) => [register, 'open' as const]))

/** The company and the mandate it is for; null where the actor may not act so. */
function whomFor(actor: Actor & { kind: 'citizen' }, { service, audience }: Definition, company: string | null, mandate: string | null): { company: string | null; behalf: Behalf | null } | null {
  // The mandate that is named must cover it: the case tells by which one it was begun.
  const held = (actor.mandates ?? []).find((one) => one.id === mandate && (one.services === null || one.services.includes(service)))
  if (mandate !== null && (!held || !may(actor, 'act_for', { subject: held.subject, service }, 'own_affairs'))) return null
  const behalf = held ? { kind: held.kind, subject: held.subject, name: held.name, mandate: held.id } : null
  if (audience === 'person') return behalf?.kind === 'company' ? null : { company: null, behalf }
  if (behalf) return behalf.kind === 'company' ? { company: behalf.subject, behalf } : null
  return company !== null && actor.companies.includes(company) ? { company, behalf: null } : null
}
