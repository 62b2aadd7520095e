import { beforeEach, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { openTasks, openWaits } from '#app/kernel/case/case-state.ts'
import { buildCity } from '#db/demo/city.ts'
import { Dice } from '#db/demo/dice.ts'
import { actor, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'
import { workThrough } from '#tests/journeys/office.ts'

import { claimTask } from './answer-task.ts'
import { listNotices } from './list-notices.ts'
import { objectToNotice } from './object-to-notice.ts'
import { openCaseAtDesk } from './open-case-at-desk.ts'
import { openNotice } from './open-notice.ts'
import { runTimers } from './run-timers.ts'

let env: TestEnvironment
let applicant: Actor
let neighbour: Actor
let ref: string

/** Help for a household that lives on little, as far as the public notice. */
beforeEach(async () => {
  env = await openTestEnvironment()
  const person = buildCity(new Dice(1), '2026-03-02').newcomers.find((one) => one.demo === 'low_income')!
  await env.store.people.put([person])
  applicant = await actor(env, person.id)
  neighbour = await actor(env, 'citizen-0000')
  ref = await submitted(env, 'low-income-benefit', person.id)
  await workThrough(env, (await env.store.cases.loadByRef(ref))!, { sets: { income_per_head: 40_000 } })
})

test('is listed while it is public, with no more than a list needs', async () => {
  const { rows } = await listNotices(env, { limit: 10 })
  expect(rows).toMatchObject([{ ref, service: 'low-income-benefit', wait: 'public_notice', since: env.now() }])
  env.clock.now = rows[0]!.until
  expect((await listNotices(env, { limit: 10 })).rows).toEqual([])
  expect(await openNotice(env, neighbour, ref)).toBeNull()
})

test('a neighbour objects once; the applicant, a clerk and a stranger to the portal can’t', async () => {
  const readers = await Promise.all([null, neighbour, applicant, await actor(env, 'staff-clerk')].map((one) => openNotice(env, one, ref)))
  expect(readers.map((one) => one?.reader)).toEqual(['visitor', 'may_object', 'applicant', 'staff'])
  expect(await objectToNotice(env, applicant, ref, 'x')).toMatchObject({ problem: { code: 'not_permitted' } })
  expect(await objectToNotice(env, neighbour, ref, ' ')).toMatchObject({ problem: { code: 'invalid', fields: [{ name: 'text', code: 'missing' }] } })
  expect(await objectToNotice(env, neighbour, ref, '他家有三套房。')).toMatchObject({ ok: true })
  expect((await openNotice(env, neighbour, ref))?.reader).toBe('objected')
  expect(await objectToNotice(env, neighbour, ref, 'again')).toMatchObject({ problem: { code: 'done_already' } })
})

test('nothing else of anybody is public', async () => {
  expect(await openNotice(env, neighbour, await submitted(env, 'disabled-parking-badge', 'citizen-0003'))).toBeNull()
  expect(await objectToNotice(env, neighbour, 'no-such-ref', 'x')).toMatchObject({ problem: { code: 'not_found' } })
  expect(openWaits((await env.store.cases.loadByRef(ref))!).map(({ name }) => name)).toEqual(['public_notice'])
})

test('what was said is for the desk that works on it, with the name of who said it', async () => {
  await objectToNotice(env, neighbour, ref, '他家有三套房。')
  env.clock.now = (await listNotices(env, { limit: 1 })).rows[0]!.until
  await runTimers(env)
  const [task] = openTasks((await env.store.cases.loadByRef(ref))!)
  expect(task?.name).toBe('second_survey')
  const { desk } = task!.parts[0]!
  const surveyor: Actor = { kind: 'staff', id: 's9', name: 'S', desks: [desk] }
  expect((await openCaseAtDesk(env, surveyor, ref))?.statements).toEqual([])
  await claimTask(env, surveyor, ref, { task: task!.name, round: task!.round, desk, version: task!.version })
  expect((await openCaseAtDesk(env, surveyor, ref))?.statements).toMatchObject([{ kind: 'objected', by: neighbour.name, text: '他家有三套房。' }])
})
