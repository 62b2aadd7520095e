import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { type Actor, registerActor } from '#app/kernel/case/actor.ts'
import { agreeToSource, agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { lookAtOwnRecords } from '#app/use-cases/look-at-own-records.ts'
import { findChildren } from '#app/use-cases/mandates/find-children.ts'
import { openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { openDraft } from '#app/use-cases/open-draft.ts'
import { openFile } from '#app/use-cases/open-file.ts'
import { receiveRecord } from '#app/use-cases/receive-record.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { runAwaits } from '#app/use-cases/run-awaits.ts'
import { runParts } from '#app/use-cases/run-parts.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'
import { demoStaff } from '#db/demo/staff.ts'
import type { StoredPerson } from '#db/store.ts'

import { fillIn } from './fill-in.ts'
import { handIn } from './hand-in.ts'
import { stateOf, takeAll } from './office.ts'
import { readLog } from './tally.ts'
import { openWorld, TODAY, whoIs, type World } from './world.ts'

/** A real database, so that what fails is what would fail. */
let folder: string
let file: string
let world: World
let driver: StoredPerson
let actor: Actor

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'log-'))
  file = join(folder, 'portal.sqlite')
  world = await openWorld(`file:${file}`)
  driver = world.citizens.find(({ demo }) => demo === 'driver')!
  actor = await whoIs(world, driver.id)
}, 30_000)
afterEach(async () => {
  await world.store.close()
  rmSync(folder, { recursive: true })
})

const sql = (statement: string): void => {
  const client = new Database(file)
  client.exec(statement)
  client.close()
}

type Failure = [what: string, fail: () => void, mend: () => void]

/** Ways in which the log can't be written, and back. */
const failures: Failure[] = [
  ['it is full', () => sql(`CREATE TRIGGER full BEFORE INSERT ON access_log BEGIN SELECT RAISE(ABORT, 'the log is full'); END`), () => sql('DROP TRIGGER full')],
  ['its table is gone', () => sql('ALTER TABLE access_log RENAME TO gone'), () => sql('ALTER TABLE gone RENAME TO access_log')],
]
/** What is counted of a register goes in with what is logged of it, or neither does. */
const halfFailure: Failure = ['what is counted beside it can’t be', () => sql(`CREATE TRIGGER full BEFORE INSERT ON source_counts BEGIN SELECT RAISE(ABORT, 'no more'); END`), () => sql('DROP TRIGGER full')]

const begin = async (service: string, who = actor): Promise<string> => {
  const started = await startApplication(world, who, service, { company: null, mandate: null })
  if (!started.ok) throw new Error(JSON.stringify(started))
  return started.draftId
}

/** Everything the portal could show or keep of somebody. */
const keptOf = async (draftId: string) => JSON.stringify([await world.store.drafts.load(draftId), (await world.store.cases.listOf({ person: driver.id, subjects: [] }, { limit: 50 })).rows, await world.store.mandates.heldBy(driver.id)])

describe.each([...failures, halfFailure])('while the log can’t be written: %s', (_what, fail, mend) => {
  test('nothing that a register holds reaches a draft, a case or a page; with the log back, all goes on', async () => {
    const fresh = await begin('driving-licence-renewal')
    const draftId = await begin('driving-licence-renewal')
    await agreeToSources(world, actor, draftId, ['health'])
    await saveAnswer(world, actor, draftId, 'phone', { value: '13800001111' })
    const before = [await keptOf(fresh), await keptOf(draftId), readLog(file)]
    const reads: [string, () => Promise<unknown>][] = [
      ['opening', () => agreeToSources(world, actor, fresh, [])],
      ['one register after all', () => agreeToSource(world, actor, draftId, 'health')],
      ['refreshing', () => refreshDraft(world, actor, draftId)],
      ['handing in', () => submitApplication(world, actor, draftId)],
      ['a look at one’s own', () => lookAtOwnRecords(world, actor, '', 'population')],
      ['looking for children', async () => (actor.kind === 'citizen' ? findChildren(world, actor) : null)],
    ]
    fail()
    for (const [name, read] of reads) await expect(read(), name).rejects.toThrow()
    mend()
    expect([await keptOf(fresh), await keptOf(draftId), readLog(file)]).toEqual(before)
    for (const [name, read] of reads.filter(([name]) => name !== 'handing in')) expect(await read(), name).not.toMatchObject({ ok: false })
    expect((await openDraft(world, actor, draftId))?.draft.answers).toMatchObject({ phone: { value: '13800001111', source: 'applicant' }, medical_result: { value: 'fit', source: 'record' } })
    expect(await submitApplication(world, actor, draftId)).toMatchObject({ ok: true })
  })
})

describe.each(failures)('while the log can’t be written: %s', (_what, fail, mend) => {
  test('no clerk sees a case or a file', async () => {
    const person = await whoIs(world, world.citizens.find(({ demo }) => demo === 'badge_assessed')!.id)
    const ref = await handIn(world, person, 'disabled-parking-badge')
    const [held] = await takeAll(world, ref, demoStaff)
    const clerk = await whoIs(world, held!.clerk.id)
    const upload = Object.values((await stateOf(world, ref)).answers).find((one) => one.file)!.file!
    const before = readLog(file)
    fail()
    await expect(openCaseAtDesk(world, clerk, ref)).rejects.toThrow()
    await expect(openFile(world, clerk, upload.id, ref)).rejects.toThrow()
    mend()
    expect(readLog(file)).toEqual(before)
    expect((await openCaseAtDesk(world, clerk, ref))?.answers.length).toBeGreaterThan(0)
    expect((await openFile(world, clerk, upload.id, ref))?.content?.length).toBeGreaterThan(0)
  })

  test('a case that waits goes on waiting, and then goes on', async () => {
    const has = (subject: string | null, entity: string) => world.city.records.some((one) => one.subject === subject && one.entity === entity)
    const due = (subject: string | null) => world.city.records.some((one) => one.subject === subject && one.entity === 'licence' && String(one.data.renewal_opens_on) <= TODAY)
    const [who] = world.citizens.filter(({ subject }) => due(subject) && !has(subject, 'driver_exam'))
    const ref = await handIn(world, await whoIs(world, who!.id), 'driving-licence-renewal')
    const result = async () => (await stateOf(world, ref)).answers.medical_result?.value ?? null
    fail()
    const sent = receiveRecord(world, registerActor('health'), { register: 'health', entity: 'driver_exam', subject: who!.subject ?? '', key: '1', data: { result: 'fit', issued_on: TODAY }, asOf: TODAY, validUntil: null, standing: 'valid' })
    await expect(sent).rejects.toThrow()
    expect(await runAwaits(world)).toMatchObject({ found: 0, failures: [{ wait: 'medical_exam' }] })
    expect(await result()).toBeNull()
    mend()
    world.clock.now += 16 * 60_000
    expect(await runAwaits(world)).toEqual({ found: 1, failures: [] })
    expect(await result()).toBe('fit')
  })

  test('a part of a life event is not begun, and then is', async () => {
    const mother = await whoIs(world, world.citizens.find(({ demo }) => demo === 'parent')!.id)
    const draftId = await begin('newborn', mother)
    await agreeToSources(world, mother, draftId, [])
    await fillIn(world, mother, draftId, new Dice(1))
    // The log fails between the application's own reads and those of its first part.
    const { commit } = world.store
    world.store.commit = async (change) => {
      const committed = await commit(change)
      if (change.draft?.id === draftId) fail()
      return committed
    }
    const submitted = await submitApplication(world, mother, draftId)
    if (!submitted.ok) throw new Error(JSON.stringify(submitted))
    const parts = async () => (await world.store.parts.of((await stateOf(world, submitted.ref)).id)).map(({ childId }) => childId !== null)
    expect(await parts()).toEqual([false])
    world.clock.now += 61_000
    expect(await runParts(world)).toMatchObject({ moved: 0, failures: [{}] })
    mend()
    world.clock.now += 61_000
    expect(await runParts(world)).toEqual({ moved: 1, failures: [] })
    expect(await parts()).toEqual([true])
  })
})
