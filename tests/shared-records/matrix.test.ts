import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Answer, Envelope } from '#app/kernel/case/answer.ts'
import type { Actor } from '#app/kernel/case/actor.ts'
import { acceptCarried } from '#app/use-cases/accept-carried.ts'
import { agreeToSource, agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { declineSource } from '#app/use-cases/decline-source.ts'
import { disputeRecord } from '#app/use-cases/dispute-record.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { removeDraft } from '#app/use-cases/remove-draft.ts'
import { reuseEvidence } from '#app/use-cases/reuse-evidence.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import type { AccessEntry, Draft } from '#db/store.ts'

import { type Cast, castOf, type Role } from './cast.ts'
import { agreementOf, registersOf, services, type ServiceFile } from './files.ts'
import { type Change, changesFor, under } from './paper.ts'
import { mayBeRead, told, toldOf } from './what-may-be-read.ts'
import { openWorld, TODAY, watching, type World } from './world.ts'

const offered = Object.values(services).filter(({ byLink }) => !byLink)
const counts = { requests: 0, denied: 0, fields: 0, refused: 0 }

let base: World
const casts = new Map<string, Cast>()
const heldOn = new Map<string, string[]>()

beforeAll(async () => {
  base = await openWorld()
  for (const service of offered) casts.set(service.id, await castOf(base, service))
  for (const { register, entity, key, subject, data } of base.city.records) {
    for (const [field, value] of Object.entries(data)) {
      const known = exactly({ register, entity, key, field, value })
      heldOn.set(known, [...(heldOn.get(known) ?? []), told(register, entity, subject, field)])
    }
  }
})
afterAll(() => console.log(`${counts.requests} requests, of which ${counts.denied} had to be denied; ${counts.fields} fields read, ${counts.refused} refused; 0 outside`))

const worldUnder = ({ paper }: Change): World => ({ ...base, catalogue: under(base.catalogue, paper) })

/** One request: counted, and watched. */
const request = <T>(run: () => Promise<T>) => {
  counts.requests += 1
  return watching(base, run)
}

async function begin(world: World, service: string, { actor, on }: Pick<Role, 'actor' | 'on'>): Promise<string> {
  const started = await startApplication(world, actor, service, on)
  if (!started.ok) throw new Error(JSON.stringify(started))
  return started.draftId
}

/** Everything an unlawful actor gets is what they would get of something that is not there. */
async function denied(run: () => Promise<unknown>, notThere: () => Promise<unknown>, about: string): Promise<void> {
  const { result, asked, logged } = await request(run)
  expect(result, about).toEqual(await notThere())
  expect([asked, logged], about).toEqual([[], []])
  counts.denied += 1
}

/** What was asked of registers, what the log says of it, and what the draft has of it, against what the files allow. */
async function lawful(draftId: string, service: ServiceFile, allowed: readonly string[], { asked, logged }: { asked: World['asked']; logged: readonly AccessEntry[] }, about: string): Promise<void> {
  expect(toldOf(asked), about).toEqual(allowed)
  const inLog = (outcome: AccessEntry['outcome']) => logged.filter((entry) => entry.outcome === outcome).flatMap((entry) => entry.fields.map((path) => told(entry.register ?? '', path.split('.')[0] ?? '', entry.subject, path.split('.')[1] ?? ''))).sort()
  expect(inLog('read'), about).toEqual(allowed)
  expect(inLog('refused').filter((one) => allowed.includes(one)), about).toEqual([])
  for (const one of asked) expect(one, about).toMatchObject({ agreement: agreementOf(service.id, one.register)?.agreement, purpose: agreementOf(service.id, one.register)?.purpose })
  const draft = await base.store.drafts.load(draftId)
  for (const envelope of draft ? envelopesOf(draft) : []) expect(heldAs(envelope).some((one) => allowed.includes(one)), `${about}: ${JSON.stringify(envelope)}`).toBe(true)
  counts.fields += allowed.length
  counts.refused += inLog('refused').length
}

const envelopesOf = ({ answers, options }: Draft): Envelope[] => [...Object.values(answers).flatMap(({ envelope }: Answer) => envelope ?? []), ...Object.values(options).flat()]

/** On whom the registers hold exactly this value. */
const heldAs = (envelope: Envelope): string[] => heldOn.get(exactly(envelope)) ?? []
const exactly = ({ register, entity, key, field, value }: Omit<Envelope, 'asOf' | 'validUntil' | 'classification'>): string => JSON.stringify([register, entity, key, field, value])

describe.each(offered.map((service) => [service.id, service] as const))('%s', (id, service) => {
  test('is filled in for whom the actor may apply, with what the agreements let through', async () => {
    for (const change of changesFor(service)) {
      const world = worldUnder(change)
      for (const role of casts.get(id)?.roles ?? []) {
        const about = `${role.role}, ${change.name}`
        if (!role.whose) {
          // Who may not apply may not whatever one field is worth.
          if (change.isOneField) continue
          const nobodys = { company: role.on.company && 'no such company', mandate: role.on.mandate && 'no such mandate' }
          await denied(() => startApplication(world, role.actor, id, role.on), () => startApplication(world, role.actor, id, nobodys), about)
          continue
        }
        const draftId = await begin(world, id, role)
        const allowed = mayBeRead(service, role.whose, base.city.records, TODAY, change.paper)
        await lawful(draftId, service, allowed, await request(() => agreeToSources(world, role.actor, draftId, [])), about)
        if (!change.isOneField) await lawful(draftId, service, allowed, await request(() => refreshDraft(world, role.actor, draftId)), about)
        await base.store.drafts.remove(draftId)
      }
    }
  })

  test('reads nothing that was not agreed to, when an agreement ends after the draft was opened', async () => {
    const [role] = casts.get(id)?.roles ?? []
    if (!role?.whose) throw new Error('no owner')
    for (const change of changesFor(service)) {
      const draftId = await begin(base, id, role)
      await agreeToSources(base, role.actor, draftId, [])
      const allowed = mayBeRead(service, role.whose, base.city.records, TODAY, change.paper)
      for (const step of [() => refreshDraft(worldUnder(change), role.actor, draftId), () => submitApplication(worldUnder(change), role.actor, draftId)] as (() => Promise<unknown>)[]) {
        const { asked } = await request(step)
        expect(toldOf(asked.filter(({ reason }) => reason === draftId)), change.name).toEqual(allowed)
      }
      await base.store.drafts.remove(draftId)
    }
  })

  test('is not opened, read for, written or handed in by anybody else', async () => {
    const [owner, ...others] = casts.get(id)?.roles ?? []
    if (!owner) throw new Error('no owner')
    const draftId = await begin(base, id, owner)
    await agreeToSources(base, owner.actor, draftId, [])
    const before = await base.store.drafts.load(draftId)
    const register = registersOf(service)[0] ?? ''
    const name = service.reads[0]?.name ?? ''
    const wishes = (actor: Actor, on: string): (() => Promise<unknown>)[] => [
      () => openDraft(base, actor, on),
      () => agreeToSources(base, actor, on, []),
      () => agreeToSource(base, actor, on, register),
      () => declineSource(base, actor, on, register),
      () => refreshDraft(base, actor, on),
      () => acceptCarried(base, actor, on),
      () => saveAnswer(base, actor, on, name, { value: 'x' }),
      () => disputeRecord(base, actor, on, name, { claimed: { value: 'x' }, reason: 'y', proof: null }),
      () => reuseEvidence(base, actor, on, name, 'z'),
      () => removeDraft(base, actor, on),
      () => submitApplication(base, actor, on),
    ]
    const hasLeft: Role = { ...owner, role: 'a head who has left', actor: { ...owner.actor, companies: [] } as Actor }
    const strangers = [...others.filter(({ actor }) => actor.id !== owner.actor.id), ...(service.audience === 'business' ? [hasLeft] : [])]
    for (const { role, actor } of strangers) {
      for (const [i, wish] of wishes(actor, draftId).entries()) await denied(wish, async () => wishes(actor, 'no such draft')[i]?.(), `${role}, ${i}`)
    }
    expect(await base.store.drafts.load(draftId)).toEqual(before)
  })
})

test('a service that begins from another page is begun by nobody', async () => {
  for (const { id } of Object.values(services).filter(({ byLink }) => byLink)) {
    for (const { actor } of casts.get('driving-licence-renewal')?.roles ?? []) {
      await denied(() => startApplication(base, actor, id, { company: null, mandate: null }), () => startApplication(base, actor, 'no such service', { company: null, mandate: null }), id)
    }
  }
})

test('these were at least 5,000 requests', () => {
  expect(counts.requests).toBeGreaterThan(5_000)
  expect(counts.denied).toBeGreaterThan(1_000)
  expect(base.kept.reads).toBe(base.asked.length)
})
