import { afterAll, beforeEach, describe, expect, test } from 'vitest'

import { registerActor } from '#app/kernel/case/actor.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import { receiveRecord } from '#app/use-cases/receive-record.ts'
import { runAwaits } from '#app/use-cases/run-awaits.ts'
import type { AccessEntry, RegisterRecord, StoredPerson } from '#db/store.ts'

import { bestKnown } from './cast.ts'
import { agreementOf, services } from './files.ts'
import { handIn } from './hand-in.ts'
import { stateOf } from './office.ts'
import { type Change, changesFor, under } from './paper.ts'
import { mayBeRead, toldOf } from './what-may-be-read.ts'
import { openWorld, TODAY, watching, whoIs, type World } from './world.ts'

const RENEWAL = services['driving-licence-renewal']!
const counts = { requests: 0 }

let world: World
beforeEach(async () => void (world = await openWorld()))
afterAll(() => console.log(`${counts.requests} records sent and looked for, and parts begun; 0 outside`))

const changes = changesFor(RENEWAL).filter(({ name }) => name === 'as they are' || name.includes('health'))
const changed = ({ paper }: Change): World => ({ ...world, catalogue: under(world.catalogue, paper) })
const covers = ({ paper }: Change): boolean => paper.some(({ service, register, until, fields }) => service === RENEWAL.id && register === 'health' && TODAY <= until && (fields.driver_exam ?? []).includes('result'))

const exam = (subject: string, more: Partial<RegisterRecord> = {}): RegisterRecord =>
  ({ register: 'health', entity: 'driver_exam', subject, key: '1', data: { result: 'fit', issued_on: TODAY }, asOf: TODAY, validUntil: null, standing: 'valid', ...more })

/** Drivers whose licence runs out soon, and whose examination is still to come. */
function waiting(): StoredPerson[] {
  const has = (subject: string | null, entity: string) => world.city.records.some((one) => one.subject === subject && one.entity === entity)
  const due = (subject: string | null) => world.city.records.some((one) => one.subject === subject && one.entity === 'licence' && String(one.data.renewal_opens_on) <= TODAY)
  return world.citizens.filter(({ subject }) => due(subject) && !has(subject, 'driver_exam'))
}

async function cases(): Promise<{ subject: string; ref: string }[]> {
  const chosen = waiting().slice(0, changes.length)
  expect(chosen.length).toBe(changes.length)
  return Promise.all(chosen.map(async ({ id, subject }) => ({ subject: subject ?? '', ref: await handIn(world, await whoIs(world, id), RENEWAL.id) })))
}

const result = async (ref: string) => (await stateOf(world, ref)).answers.medical_result?.value ?? null
const isAbout = (logged: readonly AccessEntry[], ref: string, outcome: AccessEntry['outcome']) => logged.filter((entry) => entry.ref === ref && entry.outcome === outcome).map(({ fields }) => fields)

describe('a case that waits for a record', () => {
  test('is given what a register sends as far as its service may know it, and nothing of others', async () => {
    const all = await cases()
    for (const [i, change] of changes.entries()) {
      const { subject, ref } = all[i]!
      const before = await Promise.all(all.map((one) => result(one.ref)))
      for (const wrong of [exam('990101190001010000'), exam(subject, { standing: 'suspended' }), { ...exam(subject), entity: 'mobility', data: { walking_distance: 3 } }]) {
        counts.requests += 1
        expect((await watching(world, () => receiveRecord(changed(change), registerActor('health'), wrong))).logged, change.name).toEqual([])
      }
      counts.requests += 1
      const { asked, logged, result: received } = await watching(world, () => receiveRecord(changed(change), registerActor('health'), exam(subject)))
      const lawful = covers(change)
      expect([asked, received], change.name).toEqual([[], { ok: true, cases: lawful ? 1 : 0 }])
      expect([await result(ref), isAbout(logged, ref, 'read'), isAbout(logged, ref, 'refused')], change.name).toEqual(lawful ? ['fit', [['driver_exam.result']], []] : [null, [], [['driver_exam.result']]])
      expect(JSON.stringify((await stateOf(world, ref)).answers)).not.toContain('driver_exam","key":"1","field":"issued_on')
      expect(await Promise.all(all.map((one) => result(one.ref)))).toEqual(before.map((was, at) => (at === i && lawful ? 'fit' : was)))
    }
  })

  test('is looked for under the agreement, and on nobody else', async () => {
    const all = await cases()
    for (const [i, change] of changes.entries()) {
      const { subject, ref } = all[i]!
      await world.store.records.put([exam(subject, { asOf: '2026-01-01', key: '0', data: { result: 'unfit' } })])
      // Only this one is looked for.
      for (const { caseId, wait } of await world.store.cases.awaitsToLook(Number.MAX_SAFE_INTEGER, 99, 0)) await world.store.cases.lookedFor(caseId, wait, caseId === (await stateOf(world, ref)).id ? 0 : Number.MAX_SAFE_INTEGER)
      for (const [there, expected] of [[false, null], [true, covers(change) ? 'fit' : null]] as const) {
        if (there) await world.store.records.put([exam(subject)])
        counts.requests += 1
        world.clock.now += 16 * 60_000
        const { asked, logged } = await watching(world, () => runAwaits(changed(change)))
        expect(toldOf(asked), change.name).toEqual(covers(change) ? [`health driver_exam ${subject} result`] : [])
        expect(isAbout(logged, ref, covers(change) ? 'read' : 'refused'), change.name).toEqual([['driver_exam.result']])
        expect(await result(ref), change.name).toBe(expected)
      }
    }
  })
})

test('a record is not looked for where the applicant would rather not have the register read', async () => {
  const [who] = waiting()
  const ref = await handIn(world, await whoIs(world, who!.id), RENEWAL.id, {}, ['health'])
  await world.store.records.put([exam(who!.subject ?? '')])
  counts.requests += 1
  const { asked, logged } = await watching(world, () => runAwaits(world))
  expect([asked, logged, await result(ref)]).toEqual([[], [], null])
})

describe('a part of a life event is begun under its own agreements', { timeout: 30_000 }, () => {
  test.each([['newborn', 'birth-household-registration'], ['company-start-up', 'company-registration']])('%s: %s', async (whole, part) => {
    const applicant = bestKnown(world, services[whole]!)
    const actor = await whoIs(world, applicant.id)
    for (const change of changesFor(services[part]!)) {
      counts.requests += 1
      const { result: ref, asked, logged } = await watching(world, () => handIn(changed(change), actor, whole))
      const allowed = mayBeRead(services[part]!, { person: applicant.subject, company: null }, world.city.records, TODAY, change.paper)
      const forPart = asked.filter(({ agreement }) => agreement.endsWith(`-${part}`))
      expect(toldOf(forPart), change.name).toEqual(allowed)
      for (const one of forPart) expect(one, change.name).toMatchObject({ reason: ref, agreement: agreementOf(part, one.register)?.agreement })
      expect(logged.filter(({ service, outcome }) => service === part && outcome === 'read').every((entry) => entry.reader.kind === 'system' && entry.ref === ref)).toBe(true)
      const state = await stateOf(world, ref)
      expect(foreign(await partOf(state), state, allowed), change.name).toEqual([])
    }
  })
})

/** The first part, or the whole where no part began. */
async function partOf(whole: CaseState): Promise<CaseState> {
  const [row] = await world.store.parts.of(whole.id)
  return (row?.childId ? await world.store.cases.load(row.childId) : null) ?? whole
}

/** What a part has from registers was either handed on by the whole as it was read for that, or read under the part's own agreement. */
function foreign(part: CaseState, whole: CaseState, allowed: readonly string[]): string[] {
  return Object.entries(part.answers).flatMap(([name, { envelope }]) => {
    const isHandedOn = JSON.stringify(whole.answers[name]?.envelope) === JSON.stringify(envelope)
    const isRead = allowed.some((one) => envelope && one.startsWith(`${envelope.register} ${envelope.entity} `) && one.endsWith(` ${envelope.field}`))
    return isHandedOn || isRead ? [] : [name]
  })
}
