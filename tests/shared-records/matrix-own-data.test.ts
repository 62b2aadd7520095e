import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Actor, system } from '#app/kernel/case/actor.ts'
import { exportAccess, findAccess, listAccess } from '#app/use-cases/list-access.ts'
import { lookAtOwnRecords } from '#app/use-cases/look-at-own-records.ts'
import { findChildren } from '#app/use-cases/mandates/find-children.ts'
import { whoseData } from '#app/use-cases/whose-data.ts'
import type { Mandate } from '#db/mandate-store.ts'
import type { AccessEntry, StoredPerson } from '#db/store.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'

import { registers } from './files.ts'
import { told, toldOf } from './what-may-be-read.ts'
import { openWorld, TODAY, watching, whoIs, type World } from './world.ts'

type Subject = { subject: string; kind: 'person' | 'company' }

const counts = { requests: 0, looks: 0, denied: 0 }
const filter = { department: null, from: null, until: null }

let world: World
/** Who may see whose data under which key: told from how the world was set up, not by asking the portal. */
let rights: { actor: Actor; may: ReadonlyMap<string, Subject> }[]
let keys: string[]

beforeAll(async () => {
  world = await openWorld()
  const [driver, head, low] = ['driver', 'restaurateur', 'low_income'].map((demo) => world.citizens.find((one) => one.demo === demo)!) as [StoredPerson, StoredPerson, StoredPerson]
  const holders = world.city.people.filter(({ companies, demo }) => companies.length === 0 && demo === null).slice(0, 9)
  const company = head.companies[0]!.code
  const child = String(world.city.records.find(({ subject, entity }) => subject === driver.subject && entity === 'child')?.data.child_identity_number)
  const person = { kind: 'person' as const, subject: low.subject ?? '' }
  const mandates: [Partial<Mandate> & Subject, opens: boolean][] = [
    [person, true],
    [{ kind: 'company', subject: company }, true],
    [{ ...person, services: ['low-income-benefit'] }, false],
    [{ ...person, services: ['access-question'] }, false],
    [{ ...person, until: '2026-03-01' }, false],
    [{ ...person, since: '2026-03-03' }, false],
    [{ ...person, until: TODAY }, true],
    [{ ...person, revokedAt: 1 }, false],
  ]
  const held = await Promise.all(mandates.map(async ([mandate, opens], i) => {
    const id = `m${i}`
    await world.store.mandates.put({ id, person: holders[i]!.id, name: 'N', basis: 'granted', services: null, since: '2026-03-01', until: '2026-04-01', revokedAt: null, ...mandate })
    if (mandate.revokedAt) await world.store.mandates.revoke(id, 1)
    return { who: holders[i]!, may: opens ? { [id]: { kind: mandate.kind, subject: mandate.subject } } : {} }
  }))
  const former = { ...holders[8]!, id: 'former', companies: [] }
  await world.store.people.put([former])
  // Looking for her children gives a parent the right to see their data.
  const parent = await whoIs(world, driver.id)
  if (parent.kind !== 'citizen') throw new Error('no citizen')
  expect(await findChildren(world, parent)).toEqual({ ok: true, found: 1 })
  const [forChild] = await world.store.mandates.heldBy(driver.id)
  const ofHead = Object.fromEntries(head.companies.map(({ code }) => [code, { kind: 'company' as const, subject: code }]))
  const all: { who: StoredPerson; may: Record<string, Subject> }[] = [...held, { who: driver, may: { [forChild?.id ?? '']: { kind: 'person', subject: child } } }, { who: head, may: ofHead }, { who: low, may: {} }, { who: former, may: {} }]
  const citizens = await Promise.all(all.map(async ({ who, may }) => ({ actor: await whoIs(world, who.id), may: new Map(Object.entries({ ...may, '': { kind: 'person' as const, subject: who.subject ?? '' } })) })))
  const others = await Promise.all(['staff-clerk', 'staff-manager', 'staff-traffic-police-steward-1'].map(async (id) => ({ actor: await whoIs(world, id), may: new Map<string, Subject>() })))
  rights = [...citizens, ...others, { actor: system, may: new Map() }, { actor: { kind: 'register', id: 'traffic', name: 'traffic' }, may: new Map() }]
  keys = ['', company, ...world.citizens.filter(({ companies }) => companies.length > 0).slice(2, 5).flatMap(({ companies }) => companies.map(({ code }) => code)), ...held.map((_, i) => `m${i}`), forChild?.id ?? '', low.subject ?? '', child, 'nothing', 'constructor']
})
afterAll(() => console.log(`${counts.requests} requests for one's own data, ${counts.looks} of them lawful, ${counts.denied} denied; 0 outside`))

const request = <T>(run: () => Promise<T>) => {
  counts.requests += 1
  return watching(world, run)
}

test('a register is looked into for exactly those whose data it is, or who stand in for them', async () => {
  for (const { actor, may } of rights) {
    for (const key of keys) {
      for (const register of [...Object.keys(registers), 'nothing', 'constructor']) {
        const about = `${actor.id} as "${key}" in ${register}`
        const { result, asked, logged } = await request(() => lookAtOwnRecords(world, actor, key, register))
        const whose = may.get(key)
        const entities = Object.entries(registers[register]?.entities ?? {}).filter(([, entity]) => entity.subject === whose?.kind)
        if (!whose || entities.length === 0) {
          expect([result, asked, logged], about).toEqual([null, [], []])
          counts.denied += 1
          continue
        }
        const allowed = entities.flatMap(([entity, { fields }]) => Object.keys(fields).map((field) => told(register, entity, whose.subject, field))).sort()
        expect(toldOf(asked), about).toEqual(allowed)
        expect(asked, about).toHaveLength(1)
        expect(logged, about).toMatchObject([{ subject: whose.subject, purpose: 'own', reader: { id: actor.id }, register, outcome: 'read', service: null }])
        const held = world.city.records.filter((one) => one.subject === whose.subject && one.register === register).flatMap(({ data }) => Object.values(data).filter((value) => value !== null).map(String))
        expect(result?.records.flatMap(({ values }) => values.map(({ value }) => String(value))).sort(), about).toEqual(held.sort())
        counts.looks += 1
      }
    }
  }
  expect(counts.requests).toBeGreaterThan(4_000)
})

test('who looked is told to exactly the same people', async () => {
  const subjects = [...new Set(rights.flatMap(({ may }) => [...may.values()].map(({ subject }) => subject)))]
  const entries = subjects.flatMap((subject, i): AccessEntry[] => [
    buildAccess({ id: `read ${i}`, subject, at: world.clock.now, shownFrom: world.clock.now }),
    buildAccess({ id: `later ${i}`, subject, at: world.clock.now, shownFrom: world.clock.now + 1 }),
    buildAccess({ id: `refused ${i}`, subject, at: world.clock.now, shownFrom: world.clock.now, outcome: 'refused', why: 'expired' }),
  ])
  await world.store.access.append(entries, [])
  for (const { actor, may } of rights) {
    const theirs = new Set([...may.values()].map(({ subject }) => subject))
    expect((await whoseData(world, actor)).map(({ subject }) => subject).sort()).toEqual([...theirs].sort())
    for (const entry of entries) {
      const { result } = await request(() => findAccess(world, actor, entry.id))
      expect(result !== null, `${actor.id} ${entry.id}`).toBe(theirs.has(entry.subject) && entry.id.startsWith('read'))
    }
    for (const key of keys) {
      const { result } = await request(() => listAccess(world, actor, key, filter, {}))
      const exported = await exportAccess(world, actor, key, filter)
      expect([result === null, exported === null], `${actor.id} ${key}`).toEqual([!may.has(key), !may.has(key)])
      expect(result?.whose.subject).toBe(may.get(key)?.subject)
    }
  }
})

test('when a mandate ends, so does what it opened, with the next request', async () => {
  const { actor } = rights[0]!
  expect(await lookAtOwnRecords(world, await whoIs(world, actor.id), 'm0', 'population')).not.toBeNull()
  await world.store.mandates.revoke('m0', world.clock.now)
  const { result, asked } = await request(async () => lookAtOwnRecords(world, await whoIs(world, actor.id), 'm0', 'population'))
  expect([result, asked]).toEqual([null, []])
})
