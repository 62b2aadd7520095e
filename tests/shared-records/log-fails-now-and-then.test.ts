import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { lookAtOwnRecords } from '#app/use-cases/look-at-own-records.ts'
import { refreshDraft } from '#app/use-cases/refresh-draft.ts'
import { saveAnswer } from '#app/use-cases/save-answer.ts'
import { startApplication } from '#app/use-cases/start-application.ts'
import { submitApplication } from '#app/use-cases/submit-application.ts'
import { Dice } from '#db/demo/dice.ts'
import type { StoredPerson } from '#db/store.ts'

import { stateOf } from './office.ts'
import { readLog } from './tally.ts'
import { openWorld, whoIs, type World } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
const file = join(folder, 'portal.sqlite')
let world: World
beforeAll(async () => void (world = await openWorld(`file:${file}`)), 30_000)
afterAll(async () => {
  await world.store.close()
  rmSync(folder, { recursive: true })
})

test('when it fails now and then, what was read is in it, what was not is nowhere, and what was typed stays', async () => {
  const dice = new Dice(11)
  const { append } = world.store.access
  const tally = { done: 0, failed: 0 }
  world.store.access.append = async (entries, counts) => {
    if (dice.often(0.2)) throw new Error('the log is full')
    await append(entries, counts)
  }
  const typed = new Map<string, string>()
  const drafts: string[] = []
  const now = async (run: () => Promise<unknown>): Promise<void> => run().then(() => void (tally.done += 1), (error: Error) => {
    expect(error.message).toBe('the log is full')
    tally.failed += 1
  })
  const everyday = async (who: StoredPerson): Promise<void> => {
    const acting = await whoIs(world, who.id)
    const started = await startApplication(world, acting, dice.pick(['driving-licence-renewal', 'low-income-benefit', 'disabled-parking-badge', 'newborn']), { company: null, mandate: null })
    if (!started.ok) throw new Error(JSON.stringify(started))
    const { draftId } = started
    drafts.push(draftId)
    await now(() => agreeToSources(world, acting, draftId, []))
    const phone = `1390000${String(drafts.length).padStart(4, '0')}`
    if ((await saveAnswer(world, acting, draftId, 'phone', { value: phone })).ok) typed.set(draftId, phone)
    for (let i = 0; i < 3; i += 1) await now(() => refreshDraft(world, acting, draftId))
    await now(() => lookAtOwnRecords(world, acting, '', 'population'))
    await now(() => submitApplication(world, acting, draftId))
  }
  for (let round = 0; round < 20; round += 1) await Promise.all(Array.from({ length: 4 }, (_, i) => everyday(world.citizens[round * 4 + i]!)))
  expect(tally.failed).toBeGreaterThan(100)
  expect(tally.done).toBeGreaterThan(50)

  const inLog = new Set(readLog(file).flatMap(({ about, register, fields }) => fields.map((field) => `${about} ${register} ${field}`)))
  let values = 0
  for (const id of drafts) {
    const draft = (await world.store.drafts.load(id))!
    const state = draft.submittedRef ? await stateOf(world, draft.submittedRef) : null
    for (const { envelope } of [...Object.values(draft.answers), ...Object.values(state?.answers ?? {})]) {
      if (!envelope) continue
      values += 1
      expect(inLog).toContain(`${id} ${envelope.register} ${envelope.entity}.${envelope.field}`)
    }
    if (typed.has(id)) expect((state ?? draft).answers.phone, id).toMatchObject({ value: typed.get(id), source: 'applicant' })
  }
  expect(values).toBeGreaterThan(100)
  console.log(`${tally.failed} reads failed with the log and ${tally.done} did not; ${values} values in drafts and cases, each of them in the log`)
}, 60_000)
