import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import type { RegisterRequest } from '#app/registers/register-source.ts'
import { registerSources } from '#app/registers/register-sources.ts'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { StoredPerson } from '#db/store.ts'
import { FAULT_SECRET, FaultRegister } from '#tests/factories/fault-register.ts'

import { fillIn } from './fill-in.ts'
import { registersOf, services, type ServiceFile } from './files.ts'
import { type For, mayBeRead, toldOf } from './what-may-be-read.ts'
import { openWorld, TODAY, watching, whoIs, type World } from './world.ts'

type Case = { service: ServiceFile; who: StoredPerson; whose: For; mandate: string | null }

const offered = Object.values(services).filter(({ byLink }) => !byLink)

/** One citizen for each way in which the registers can know somebody: by which kinds of record there are on them. */
function kinds({ citizens, city }: World): StoredPerson[] {
  const known = (person: StoredPerson): string => {
    const on = [person.subject, ...person.companies.map(({ code }) => code)]
    return [...new Set(city.records.filter(({ subject }) => on.includes(subject)).map(({ register, entity }) => `${register}.${entity}`))].sort().join(' ')
  }
  return [...new Map(citizens.toReversed().map((person) => [known(person), person])).values()]
}

async function casesOf(world: World): Promise<Case[]> {
  const own = kinds(world).flatMap((who) => offered.flatMap((service): Case[] => {
    const company = service.audience === 'business' ? (who.companies[0]?.code ?? null) : null
    return service.audience === 'business' && company === null ? [] : [{ service, who, whose: { person: who.subject, company }, mandate: null }]
  }))
  const driver = world.citizens.find(({ demo }) => demo === 'driver')!
  const child = String(world.city.records.find(({ subject, entity }) => subject === driver.subject && entity === 'child')?.data.child_identity_number)
  await world.store.mandates.put({ id: 'm1', person: driver.id, subject: child, kind: 'person', name: 'C', basis: 'parent', services: null, since: TODAY, until: TODAY, revokedAt: null })
  return [...own, ...offered.filter(({ audience }) => audience === 'person').map((service) => ({ service, who: driver, whose: { person: child, company: null }, mandate: 'm1' }))]
}

async function begin(world: World, { service, who, whose, mandate }: Case): Promise<{ actor: Actor; draftId: string }> {
  const actor = await whoIs(world, who.id)
  const started = await startApplication(world, actor, service.id, { company: mandate ? null : whose.company, mandate })
  if (!started.ok) throw new Error(JSON.stringify(started))
  return { actor, draftId: started.draftId }
}

const once = (asked: readonly RegisterRequest[]): string[] => asked.map(({ agreement }) => agreement).sort()

describe('in the demonstration city', { timeout: 60_000 }, () => {
  test('one request goes to each register that a service reads, for what it reads, and none to any other', async () => {
    const world = await openWorld()
    const cases = await casesOf(world)
    const counts = { openings: 0, requests: 0, spouses: 0 }
    for (const one of cases) {
      const { service, whose } = one
      const name = `${service.id} for ${one.who.id}`
      const expected = mayBeRead(service, whose, world.city.records, TODAY)
      const started = await watching(world, () => begin(world, one))
      expect(started.asked, name).toEqual([])
      const { actor, draftId } = started.result
      for (const step of [() => agreeToSources(world, actor, draftId, []), () => refreshDraft(world, actor, draftId)]) {
        const { asked, result } = await watching(world, step)
        expect(result, name).toMatchObject({ ok: true })
        expect(asked.map(({ register }) => register).sort(), name).toEqual(registersOf(service).sort())
        expect(toldOf(asked), name).toEqual(expected)
        counts.requests += asked.length
      }
      counts.openings += 1
      counts.spouses += expected.some((one) => ![whose.person, whose.company].includes(one.split(' ')[2] ?? null)) ? 1 : 0
    }
    expect(world.kept.reads).toBe(world.asked.length)
    expect(counts.openings).toBeGreaterThan(19 * 5)
    expect(counts.spouses).toBeGreaterThan(5)
    console.log(`${counts.openings} openings and as many refreshes of ${offered.length} services, ${counts.requests} requests; in ${counts.spouses} somebody's spouse or representative was read in the same request`)
  })

  test('handing in asks each register once again, and each part of a life event once for itself', async () => {
    const world = await openWorld()
    const handedIn = new Map<string, number>()
    for (const one of await casesOf(world)) {
      const { actor, draftId } = await begin(world, one)
      await agreeToSources(world, actor, draftId, [])
      await fillIn(world, actor, draftId, new Dice(1))
      const { asked, result } = await watching(world, () => submitApplication(world, actor, draftId))
      const whole = asked.filter(({ reason }) => reason === draftId)
      expect(whole.map(({ register }) => register).sort(), one.service.id).toEqual(registersOf(one.service).sort())
      // What is read for a part is read under the part's own agreements.
      expect(new Set(once(asked)).size, one.service.id).toBe(asked.length)
      if (result.ok) handedIn.set(one.service.id, (handedIn.get(one.service.id) ?? 0) + 1)
    }
    expect([...handedIn.keys()]).toEqual(expect.arrayContaining(['newborn', 'company-start-up', 'restaurant-opening', 'disabled-parking-badge', 'driving-licence-renewal', 'retirement', 'low-income-benefit']))
    console.log(`handed in: ${JSON.stringify(Object.fromEntries(handedIn))}`)
  })
})

describe('over HTTP', { timeout: 60_000 }, () => {
  const registers = new Map<string, FaultRegister>()
  let world: World
  let close: () => Promise<void>

  beforeAll(async () => {
    const { catalogue, city } = await openWorld()
    for (const register of Object.values(catalogue.registers)) registers.set(register.id, await new FaultRegister(register, city.records.filter((one) => one.register === register.id)).up())
    const each = <T>(of: (register: FaultRegister) => T) => Object.fromEntries([...registers].map(([id, register]) => [id, of(register)]))
    const opened = registerSources(catalogue.registers, openMemoryStore().records, { REGISTER_URLS: each(({ url }) => url), REGISTER_SECRETS: each(() => FAULT_SECRET) })
    if (!opened.ok) throw new Error(opened.messages.join('\n'))
    close = opened.sources.close
    world = await openWorld('memory:', opened.sources.of)
  })
  afterAll(async () => {
    await close()
    await Promise.all([...registers.values()].map((register) => register.down()))
  })

  const count = () => Object.fromEntries([...registers].map(([id, { requests }]) => [id, requests]))

  test('as many requests come in at the sockets', async () => {
    const chosen = (await casesOf(world)).filter(({ who }) => who.demo !== null)
    expect(new Set(chosen.map(({ service }) => service.id)).size).toBe(offered.length)
    for (const one of chosen) {
      const { actor, draftId } = await begin(world, one)
      const steps: (() => Promise<unknown>)[] = [() => agreeToSources(world, actor, draftId, []), () => refreshDraft(world, actor, draftId), () => submitApplication(world, actor, draftId)]
      for (const step of steps) {
        const before = count()
        const { asked } = await watching(world, step)
        const came = Object.entries(count()).flatMap(([id, requests]) => Array.from({ length: requests - (before[id] ?? 0) }, () => id))
        expect(came.sort(), one.service.id).toEqual(asked.map(({ register }) => register).sort())
        expect(came.filter((id) => registersOf(one.service).includes(id)).length).toBeGreaterThanOrEqual(registersOf(one.service).length)
      }
      const open = await world.store.drafts.load(draftId)
      if (open) expect(new Set(Object.values(open.sources)), one.service.id).toEqual(new Set(registersOf(one.service).length > 0 ? ['read'] : []))
    }
    expect([...registers.values()].every(({ reads, requests }) => reads.length === requests)).toBe(true)
    expect(world.kept.reads).toBe(0)
  })
})
