import { type Actor, system } from '#app/kernel/case/actor.ts'
import type { Mandate } from '#db/mandate-store.ts'
import type { StoredPerson } from '#db/store.ts'

import { services, type ServiceFile } from './files.ts'
import { type For, told } from './what-may-be-read.ts'
import { TODAY, whoIs, type World } from './world.ts'

/** Somebody who wants to apply, for whom they say, and whether that is their right. `whose`: null when it is not. */
export type Role = { role: string; actor: Actor; on: { company: string | null; mandate: string | null }; whose: For | null }

/** Who somebody may be to the one whose records these are. */
export type Cast = { owner: StoredPerson; roles: readonly Role[] }

const YESTERDAY = '2026-03-01'
const TOMORROW = '2026-03-03'
const STAFF = ['staff-dispatcher', 'staff-assessor', 'staff-manager', 'staff-public-security-steward-1']

type Held = { basis?: Mandate['basis']; since?: string; until?: string; revokedAt?: number; services?: readonly string[] | null }

/** The one of the city on whom the registers hold most of what a service reads. */
export function bestKnown({ citizens, city }: World, { audience, reads }: ServiceFile): StoredPerson {
  const suits = audience === 'business' ? citizens.filter(({ companies }) => companies.length > 0) : citizens
  const held = new Set(city.records.flatMap(({ register, entity, subject, data }) => Object.keys(data).map((field) => told(register, entity, subject, field))))
  const known = ({ subject, companies: [company] }: StoredPerson): number =>
    reads.filter(({ register, entity, field }) => held.has(told(register, entity, subject ?? '', field)) || held.has(told(register, entity, company?.code ?? '', field))).length
  const [best] = suits.map((person) => ({ person, known: known(person) })).sort((one, other) => other.known - one.known)
  if (!best) throw new Error('nobody')
  return best.person
}

/** Everybody who could want to apply for a service in this owner's name: in their right or not. */
export async function castOf(world: World, service: ServiceFile): Promise<Cast> {
  const owner = bestKnown(world, service)
  const isBusiness = service.audience === 'business'
  const company = isBusiness ? (owner.companies[0]?.code ?? null) : null
  const whose: For = { person: owner.subject, company }
  const strangers = world.citizens.filter(({ id, companies, demo }) => id !== owner.id && companies.length === 0 && demo === null)
  const other = Object.values(services).find(({ id, audience, byLink }) => id !== service.id && audience === service.audience && !byLink)
  const held: [role: string, mandate: Held, mayAct: boolean][] = [
    ['as a parent', { basis: 'parent' }, true],
    ['under a mandate for everything', {}, true],
    ['under a mandate for this service', { services: [service.id] }, true],
    ['under a mandate for another service', { services: [other?.id ?? ''] }, false],
    ['under a mandate that has run out', { until: YESTERDAY }, false],
    ['under a mandate on its last day', { until: TODAY }, true],
    ['under a mandate that begins tomorrow', { since: TOMORROW }, false],
    ['under a mandate taken back', { revokedAt: 1 }, false],
  ]
  const roles: Role[] = [{ role: isBusiness ? 'the head of the company' : 'the person', actor: await whoIs(world, owner.id), on: { company, mandate: null }, whose }]
  for (const [i, [role, mandate, mayAct]] of held.entries()) {
    const person = strangers[i]
    if (!person) throw new Error('too few citizens')
    const id = `${service.id} ${i}`
    await world.store.mandates.put(mandateOf(id, person.id, owner, company, mandate))
    if (mandate.revokedAt !== undefined) await world.store.mandates.revoke(id, mandate.revokedAt)
    const theirs: For = isBusiness ? { person: person.subject, company } : { person: owner.subject, company: null }
    roles.push({ role, actor: await whoIs(world, person.id), on: { company: null, mandate: id }, whose: mayAct ? theirs : null })
  }
  return { owner, roles: [...roles, ...(await withoutRight(world, service, company, strangers[9]))] }
}

const mandateOf = (id: string, person: string, owner: StoredPerson, company: string | null, { basis = 'granted', since = YESTERDAY, until = TOMORROW, services: scope = null }: Held): Mandate => ({
  id, person, subject: company ?? owner.subject ?? '', kind: company ? 'company' : 'person', name: owner.name, basis, services: scope, since, until, revokedAt: null,
})

/** Those who have nothing to show, or are no citizens at all. A stranger may of course apply for themselves. */
async function withoutRight(world: World, { id, audience }: ServiceFile, company: string | null, stranger: StoredPerson | undefined): Promise<Role[]> {
  if (!stranger) throw new Error('too few citizens')
  const actor = await whoIs(world, stranger.id)
  const own: For = { person: stranger.subject, company: null }
  const former = { ...stranger, id: `former ${id}`, name: '前任', companies: [] }
  await world.store.people.put([former])
  return [
    { role: 'another citizen', actor, on: { company, mandate: null }, whose: audience === 'business' ? null : own },
    { role: 'who names somebody else’s mandate', actor, on: { company, mandate: `${id} 0` }, whose: null },
    { role: 'a former head', actor: await whoIs(world, former.id), on: { company, mandate: null }, whose: audience === 'business' ? null : own },
    ...(await Promise.all(STAFF.map(async (staff): Promise<Role> => ({ role: staff, actor: await whoIs(world, staff), on: { company, mandate: null }, whose: null })))),
    { role: 'the system', actor: system, on: { company, mandate: null }, whose: null },
    { role: 'a register', actor: { kind: 'register', id: 'traffic', name: 'traffic' }, on: { company, mandate: null }, whose: null },
  ]
}
