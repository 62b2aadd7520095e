import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { registerActor } from '#app/kernel/case/actor.ts'
import type { TaskRef } from '#app/kernel/case/command.ts'
import { claimTask, decideTask } from '#app/use-cases/answer-task.ts'
import { openCaseAtDesk } from '#app/use-cases/open-case-at-desk.ts'
import { receiveRecord } from '#app/use-cases/receive-record.ts'
import { runTimers } from '#app/use-cases/run-timers.ts'
import { takeNext } from '#app/use-cases/take-next.ts'
import { viewQueue } from '#app/use-cases/view-queue.ts'
import { at } from '#tests/factories/definition.ts'
import { actor, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'

const plain = { outcome: 'accept', reasons: [], note: '', items: [], sets: {} }

describe.each(['memory:', 'sqlite'])('on %s', (kind) => {
  let env: TestEnvironment
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onetrip-'))
    env = await openTestEnvironment(kind === 'sqlite' ? `file:${folder}/x.db` : kind)
  })
  afterEach(async () => {
    await env.store.close()
    rmSync(folder, { recursive: true })
  })

  async function openTask(ref: string, task: string): Promise<TaskRef> {
    const state = await env.store.cases.loadByRef(ref)
    const open = Object.values(state?.tasks ?? {}).find((one) => one.name === task && one.outcome === null)
    return { task, round: open?.round ?? 1, desk: open?.parts[0]?.desk ?? '', version: open?.version ?? 0 }
  }

  test('of many clerks who claim one task at once, one has it and the others learn who', async () => {
    const ref = await submitted(env, 'restaurant-opening', 'citizen-0000')
    const task = await openTask(ref, 'acceptance')
    const clerks = await Promise.all(['staff-clerk', 'staff-clerk-2', 'staff-clerk-head'].map((id) => actor(env, id)))
    const results = await Promise.all(Array.from({ length: 30 }, (_, i) => claimTask(env, clerks[i % 3]!, ref, task)))
    expect(results.filter((one) => one.ok)).toHaveLength(1)
    const losers = results.flatMap((one) => (one.ok ? [] : [one.problem.code]))
    expect(new Set(losers).has('claimed_by_other')).toBe(true)
    expect([...new Set(losers)].every((code) => ['claimed_by_other', 'stale_task'].includes(code))).toBe(true)
  })

  test('two departments that decide side by side do not collide', async () => {
    const ref = await submitted(env, 'restaurant-opening', 'citizen-0000', (state) => state.answers.kitchen?.value === 'hot')
    const clerk = await actor(env, 'staff-clerk')
    await claimTask(env, clerk, ref, await openTask(ref, 'acceptance'))
    await decideTask(env, clerk, ref, await openTask(ref, 'acceptance'), plain)
    const state = await env.store.cases.loadByRef(ref)
    const open = Object.values(state?.tasks ?? {}).filter((task) => task.outcome === null).map((task) => task.name)
    expect(open.length).toBeGreaterThan(1)
    const people = { food_review: 'staff-food', fire_review: 'staff-fire', signboard_review: 'staff-signs' } as Record<string, string>
    const answers = await Promise.all(
      open.map(async (name) => {
        const officer = await actor(env, people[name] ?? '')
        const claimed = await claimTask(env, officer, ref, await openTask(ref, name))
        const again = await openTask(ref, name)
        return claimed.ok && (await decideTask(env, officer, ref, again, { ...plain, outcome: 'ok', sets: name === 'fire_review' ? { fire_class: 'low' } : {} })).ok
      }),
    )
    expect(answers.every(Boolean)).toBe(true)
    const events = await env.store.cases.events(state?.id ?? '')
    expect(events.map((event) => event.version)).toEqual(events.map((_, i) => i + 1))
  })

  test('a room of clerks who take the next one each get another case, the most urgent first', async () => {
    const refs = [await submitted(env, 'restaurant-opening', 'citizen-0000')]
    env.clock.now = at('2026-03-03')
    for (const person of ['citizen-0010', 'citizen-0012']) refs.push(await submitted(env, 'restaurant-opening', person))
    const clerks = await Promise.all(['staff-clerk', 'staff-clerk-2', 'staff-clerk-head'].map((id) => actor(env, id)))
    const taken = await Promise.all(clerks.map((clerk) => takeNext(env, clerk)))
    expect(new Set(taken)).toEqual(new Set(refs))
    expect(await takeNext(env, clerks[0]!)).toBeNull()
    const queue = await viewQueue(env, clerks[0]!, { holder: 'anyone', service: null, task: null, light: null })
    expect(queue?.page.rows[0]?.ref).toBe(refs[0])
    expect(queue?.counts).toMatchObject({ all: 3, mine: 1, unassigned: 0 })
  })

  test('a clerk reads the application while holding a task, and no longer', async () => {
    const ref = await submitted(env, 'restaurant-opening', 'citizen-0000')
    const clerk = await actor(env, 'staff-clerk')
    expect((await openCaseAtDesk(env, clerk, ref))?.answers).toEqual([])
    await claimTask(env, clerk, ref, await openTask(ref, 'acceptance'))
    const held = await openCaseAtDesk(env, clerk, ref)
    const names = held?.answers.map(({ field }) => field.name) ?? []
    expect(names).toContain('operator')
    // Meant for food and fire safety only.
    expect(names).not.toContain('floor_plan')
    await decideTask(env, clerk, ref, await openTask(ref, 'acceptance'), plain)
    expect((await openCaseAtDesk(env, clerk, ref))?.answers).toEqual([])
    expect(await openCaseAtDesk(env, await actor(env, 'staff-assessor'), ref)).toBeNull()
  })

  test('no answer in time counts as accepted, once', async () => {
    const ref = await submitted(env, 'restaurant-opening', 'citizen-0000')
    expect((await runTimers(env)).fired).toBe(0)
    env.clock.now = at('2026-03-04', '00:00')
    expect((await Promise.all([runTimers(env), runTimers(env)])).reduce((sum, { fired }) => sum + fired, 0)).toBe(1)
    const state = await env.store.cases.loadByRef(ref)
    expect(state?.tasks['acceptance:1']).toMatchObject({ outcome: 'accept', silent: true })
    expect((await runTimers(env)).fired).toBe(0)
  })

  test('a record that a case waits for lets it go on, and is kept', async () => {
    const subject = (await env.store.people.find('citizen-0001'))?.subject ?? ''
    const exam = { register: 'health', entity: 'driver_exam', subject, key: '1', data: { result: null, issued_on: null }, asOf: '2026-01-01', validUntil: null, standing: 'valid' } as const
    await env.store.records.put([exam])
    const ref = await submitted(env, 'driving-licence-renewal', 'citizen-0001')
    expect((await env.store.cases.loadByRef(ref))?.waits.medical_exam?.closedAt).toBeNull()
    const arrived = { ...exam, data: { result: 'fit', issued_on: '2026-03-02' }, asOf: '2026-03-02' }
    expect(await receiveRecord(env, registerActor('health'), { ...arrived, subject: 'somebody else' })).toEqual({ ok: true, cases: 0 })
    expect(await receiveRecord(env, registerActor('health'), arrived)).toEqual({ ok: true, cases: 1 })
    expect(await receiveRecord(env, registerActor('health'), arrived)).toEqual({ ok: true, cases: 0 })
    expect((await env.store.cases.loadByRef(ref))?.answers.medical_result?.value).toBe('fit')
    expect(await receiveRecord(env, registerActor('constructor'), { ...arrived, register: 'constructor' })).toMatchObject({ ok: false })
    expect(await receiveRecord(env, registerActor('traffic'), arrived)).toEqual({ ok: false, problem: { code: 'not_found' } })
  })
})
