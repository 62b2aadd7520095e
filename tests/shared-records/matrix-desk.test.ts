import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Actor, system } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { fillPosts } from '#db/demo/posts.ts'
import { demoStaff } from '#db/demo/staff.ts'
import { disputeRecord } from '#app/use-cases/dispute-record.ts'
import { findCase } from '#app/use-cases/find-case.ts'
import { openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { openFile } from '#app/use-cases/open-file.ts'
import { questionAccess } from '#app/use-cases/question-access.ts'
import type { AccessEntry, StoredPerson } from '#db/store.ts'
import { begun } from '#tests/factories/environment.ts'

import { bestKnown } from './cast.ts'
import { aboutWhom, departmentOf, visible } from './desk-oracle.ts'
import { services, type ServiceFile } from './files.ts'
import { handIn } from './hand-in.ts'
import { type Held, stateOf, takeAll, withPartsOf, workOn } from './office.ts'
import { openWorld, watching, whoIs, type World } from './world.ts'

const counts = { looks: 0, allowed: 0, files: 0, tasks: 0 }
let world: World
let staff: StoredPerson[]

beforeAll(async () => {
  world = await openWorld()
  staff = [...demoStaff, ...fillPosts(world.catalogue.posts ?? [], demoStaff)]
})
afterAll(() => console.log(`${counts.looks} looks at ${counts.tasks} stages of cases by ${staff.length} clerks and others, ${counts.allowed} of them rightly, ${counts.files} of them at files; 0 outside`))

const bySubject = (logged: readonly AccessEntry[]): Record<string, readonly string[]> => Object.fromEntries(logged.map(({ subject, fields }) => [subject, fields.toSorted()]))

/** Everybody looks at the case as it is now. */
async function everybodyLooks(ref: string, held: readonly Held[], applicant: StoredPerson): Promise<void> {
  const state = await stateOf(world, ref)
  const service = services[state.service]!
  const desksEver = Object.values(state.tasks).flatMap(({ parts }) => parts.map(({ desk }) => desk))
  const beside = state.end === null ? service.beside.open : state.end === 'granted' || state.end === 'revoked' ? service.beside.granted : null
  for (const one of staff) {
    const about = `${one.id} at ${ref} (${state.service})`
    const mine = held.filter(({ clerk }) => clerk.id === one.id)
    const names = visible(service, state, mine.map(({ desk }) => desk))
    const actor = await whoIs(world, one.id)
    const { result, logged } = await watching(world, () => openCaseAtDesk(world, actor, ref))
    counts.looks += 1
    if (!one.desks.some((desk) => desksEver.includes(desk) || desk === beside)) expect(result, about).toBeNull()
    expect((result?.answers ?? []).map(({ field }) => field.name).sort(), about).toEqual(mine.length > 0 ? names : [])
    if (mine.length === 0) expect([result?.statements ?? [], result?.holds ?? false, logged], about).toEqual([[], false, []])
    else logIsRight(logged, service, state, mine, names, applicant, 'case')
    await lookAtFiles(actor, state, service, mine, applicant)
  }
}

function logIsRight(logged: readonly AccessEntry[], service: ServiceFile, state: CaseState, mine: readonly Held[], names: readonly string[], applicant: StoredPerson, what: AccessEntry['what']): void {
  counts.allowed += 1
  expect(bySubject(logged)).toEqual(aboutWhom(service, state, names, applicant.subject ?? ''))
  expect(logged).toHaveLength(new Set(logged.map(({ subject }) => subject)).size)
  for (const entry of logged) {
    expect(entry).toMatchObject({ what, ref: state.ref, service: state.service, outcome: 'read', register: null, reader: { kind: 'staff', id: mine[0]?.clerk.id } })
    expect(mine.map(({ desk }) => desk)).toContain(entry.desk)
    expect(entry.department).toBe(departmentOf(entry.desk ?? ''))
    expect(mine.map(({ task }) => `task:${task.split('.')[0]}`)).toContain(entry.purpose)
  }
}

async function lookAtFiles(actor: Actor, state: CaseState, service: ServiceFile, mine: readonly Held[], applicant: StoredPerson): Promise<void> {
  for (const [name, { file }] of Object.entries(state.answers)) {
    if (!file) continue
    const sees = mine.length > 0 && visible(service, state, mine.map(({ desk }) => desk)).includes(name)
    for (const ref of [state.ref, null]) {
      const { result, logged } = await watching(world, () => openFile(world, actor, file.id, ref))
      counts.looks += 1
      counts.files += 1
      expect(result !== null, `${actor.id} ${name} of ${state.ref}`).toBe(sees && ref !== null)
      if (result) logIsRight(logged, service, state, mine, [name], applicant, 'file')
      else expect(logged).toEqual([])
    }
  }
}

/** Those who are no clerks: the applicant has pages of their own, and everybody else has none. */
async function othersLook(ref: string, applicant: Actor): Promise<void> {
  const stranger = await whoIs(world, 'citizen-0300')
  const files = Object.values((await stateOf(world, ref)).answers).flatMap(({ file }) => file?.id ?? [])
  for (const actor of [applicant, stranger, system, { kind: 'register', id: 'traffic', name: 'traffic' } as const]) {
    const { result, logged } = await watching(world, async () => [await openCaseAtDesk(world, actor, ref), await findCase(world, actor, ref, 'follow_case'), ...(await Promise.all(files.map((id) => openFile(world, actor, id, ref))))])
    counts.looks += result.length
    expect(logged).toEqual([])
    expect(result[0]).toBeNull()
    expect(result.slice(1).every((one) => (one !== null) === (actor === applicant)), `${actor.id} ${ref}`).toBe(true)
  }
}

const MOST_STAGES = 12

/** Lives a case through to its end, everybody looking at every stage, before and after each task is taken on. */
async function live(ref: string, applicant: StoredPerson): Promise<void> {
  const actor = await whoIs(world, applicant.id)
  for (let stage = 0, moved = true; moved && stage < MOST_STAGES; stage += 1) {
    moved = false
    for (const one of await withPartsOf(world, ref)) {
      if ((await stateOf(world, one)).end !== null && stage > 0) continue
      if (stage === 0) await everybodyLooks(one, [], applicant)
      const held = await takeAll(world, one, staff)
      counts.tasks += 1
      if (held.length > 0) await everybodyLooks(one, held, applicant)
      await othersLook(one, actor)
      if (await workOn(world, one, held, actor)) moved = true
    }
  }
  for (const one of await withPartsOf(world, ref)) await everybodyLooks(one, [], applicant)
}

const driver = (): StoredPerson => world.citizens.find(({ demo }) => demo === 'driver')!
const offered = Object.values(services).filter(({ byLink }) => !byLink)

describe('a clerk sees of a case what the task in their hands lets them see, and no one else sees anything', { timeout: 30_000 }, () => {
  test.each(offered.map((service) => [service.id, service] as const))('%s', async (id, service) => {
    // A licence can be renewed only shortly before its end.
    const applicant = id === 'driving-licence-renewal' ? driver() : bestKnown(world, service)
    const ref = await handIn(world, await whoIs(world, applicant.id), id, { company: service.audience === 'business' ? (applicant.companies[0]?.code ?? null) : null })
    await live(ref, applicant)
  })

  test('a record said to be wrong', async () => {
    const applicant = driver()
    const actor = await whoIs(world, applicant.id)
    const draftId = await begun(world, actor, 'driving-licence-renewal')
    const disputed = await disputeRecord(world, actor, draftId, 'penalty_points', { claimed: { value: 1 }, reason: 'not me', proof: null })
    if (!disputed.ok) throw new Error(JSON.stringify(disputed))
    await live(disputed.ref, applicant)
  })

  test('a look that is questioned', async () => {
    const applicant = driver()
    const actor = await whoIs(world, applicant.id)
    const entry = world.logged.find(({ subject, what }) => subject === applicant.subject && what === 'register')
    const asked = await questionAccess(world, actor, entry?.id ?? '', { text: 'why?', shown: { when: 'w', who: 'w', purpose: 'p', fields: 'f' } })
    if (!asked.ok) throw new Error(JSON.stringify(asked))
    await live(asked.ref, applicant)
  })
})

test('these were several thousand looks, many of them rightful', () => {
  expect(counts.looks).toBeGreaterThan(3_000)
  expect(counts.allowed).toBeGreaterThan(40)
})
