import { beforeAll, describe, expect, it } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { openTasks } from '#app/kernel/case/case-state.ts'
import type { TaskRef } from '#app/kernel/case/command.ts'
import { claimTask, decideTask } from '#app/use-cases/answer-task.ts'
import { withdrawCase } from '#app/use-cases/withdraw-case.ts'
import { actor, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'

const decision = { outcome: 'accept', reasons: [], note: '', items: [], sets: {} }

let env: TestEnvironment
let stalled = false
beforeAll(async () => {
  env = { ...(await openTestEnvironment()), isChainStalled: async () => stalled }
})

describe('while checkpoints are stalled', () => {
  it('applications are taken, work is claimed, and nothing is decided', async () => {
    stalled = true
    const ref = await submitted(env, 'restaurant-opening', 'citizen-0000')
    const { clerk, task } = await firstTask(ref)
    const claimed = await claimTask(env, clerk, ref, task)
    expect(claimed.ok).toBe(true)
    const version = (await firstTask(ref)).task
    expect(await decideTask(env, clerk, ref, version, decision)).toEqual({ ok: false, problem: { code: 'evidence_stalled' } })
    stalled = false
    expect(await decideTask(env, clerk, ref, version, decision)).toMatchObject({ ok: true })
  })

  it('applicants can still take back what they handed in', async () => {
    stalled = true
    const ref = await submitted(env, 'restaurant-opening', 'citizen-0000')
    const state = await env.store.cases.loadByRef(ref)
    const applicant = await actor(env, state?.applicant.person ?? '')
    expect(await withdrawCase(env, applicant, ref, '')).toMatchObject({ ok: true })
  })
})

async function firstTask(ref: string): Promise<{ clerk: Actor; task: TaskRef }> {
  const state = await env.store.cases.loadByRef(ref)
  const [open] = state ? openTasks(state) : []
  const part = open?.parts[0]
  if (!open || !part) throw new Error('nothing to decide')
  return { clerk: await actor(env, 'staff-clerk'), task: { task: open.name, round: open.round, desk: part.desk, version: open.version } }
}
