import { beforeAll, describe, expect, it } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { yearsLater } from '#app/kernel/records/retention.ts'
import { buildCommit, buildSummary } from '#tests/factories/case-commit.ts'
import { buildCaseState } from '#tests/factories/case-state.ts'
import { buildDataKeys } from '#tests/factories/data-keys.ts'
import { actor, begun, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'

import { followCase } from './follow-case.ts'
import { eraseMe } from './privacy/erase-me.ts'
import { listKept } from './privacy/list-kept.ts'
import { runRetention } from './run-retention.ts'
import { withdrawCase } from './withdraw-case.ts'

const SERVICE = 'driving-licence-renewal'
const DAY_MS = 86_400_000

async function withdrawn(): Promise<{ env: TestEnvironment; who: Actor & { kind: 'citizen' }; ref: string }> {
  const env = await openTestEnvironment('memory:', buildDataKeys())
  const who = await actor<'citizen'>(env, 'citizen-0001')
  const ref = await submitted(env, SERVICE, who.id)
  expect(await withdrawCase(env, who, ref, 'a very private reason')).toMatchObject({ ok: true })
  return { env, who, ref }
}

// the definitions are read and proved once, which takes longest
beforeAll(async () => void (await openTestEnvironment()), 60_000)

describe('a case', () => {
  it('is kept to the last moment of its years, then erased once, and only its bare facts are left', async () => {
    const { env, who, ref } = await withdrawn()
    const end = yearsLater(env.clock.now, 10)
    expect((await listKept(env, who)).cases).toMatchObject([{ ref, until: { at: end, because: 'years' }, erased: null }])
    env.clock.now = end - 1
    expect(await runRetention(env)).toMatchObject({ erased: 0 })
    expect(JSON.stringify(await followCase(env, who, ref))).toContain('a very private reason')
    env.clock.now = end
    expect(await runRetention(env)).toMatchObject({ erased: 1, failures: [] })
    expect(await runRetention(env)).toMatchObject({ erased: 0 })
    const followed = await followCase(env, who, ref)
    expect(followed).toMatchObject({ state: { ref, end: 'withdrawn', applicant: { name: '' } }, erased: { at: end, years: 10 } })
    const text = JSON.stringify(followed)
    for (const word of ['a very private reason', who.name]) expect(text).not.toContain(word)
  })

  it('is kept while a certificate of it holds, for ever if that never ends, and erased when it was taken back', async () => {
    const env = await openTestEnvironment('memory:', buildDataKeys())
    const ended = env.clock.now
    const result = { auto: 'issue', kind: 'certificate' as const, template: 't', code: 'c', at: ended, revokedAt: null }
    const issue = async (caseId: string, validUntil: string | null, revokedAt: number | null = null) => {
      const state = buildCaseState({ id: caseId, ref: `REF-${caseId}`, end: 'granted', endedAt: ended, results: [{ ...result, validUntil, revokedAt }] })
      await env.store.commit(buildCommit({ caseId, state: { ...state, version: 1 }, summary: buildSummary({ caseId, service: SERVICE, endedAt: ended }) }))
    }
    await issue('until', '2038-05-05')
    await issue('never', null)
    await issue('taken', null, ended)
    await issue('short', '2030-01-01')
    const erased = async () => (await Promise.all(['until', 'never', 'taken', 'short'].map(async (id) => ((await env.store.retention.erasureOf(id)) ? id : null)))).filter(Boolean)
    env.clock.now = yearsLater(ended, 10)
    await runRetention(env)
    expect(await erased()).toEqual(['taken', 'short'])
    env.clock.now = Date.parse('2038-05-05T23:59:00+08:00')
    await runRetention(env)
    expect(await erased()).toEqual(['taken', 'short'])
    env.clock.now += 2 * 60_000
    await runRetention(env)
    expect(await erased()).toEqual(['until', 'taken', 'short'])
    env.clock.now = yearsLater(ended, 60)
    for (let day = 0; day < 60; day += 1) await runRetention(env)
    expect(await erased()).toEqual(['until', 'taken', 'short'])
  })

  it('delays no other when it can not be erased', async () => {
    const { env, who } = await withdrawn()
    const second = await submitted(env, 'restaurant-opening', 'citizen-0000')
    await withdrawCase(env, await actor<'citizen'>(env, 'citizen-0000'), second, '')
    env.clock.now = yearsLater(env.clock.now, 11)
    const { erase } = env.store.retention
    let failed = false
    const store = { ...env.store, retention: { ...env.store.retention, erase: async (...given: Parameters<typeof erase>) => (failed ? erase(...given) : ((failed = true), Promise.reject(new Error('disk full')))) } }
    expect(await runRetention({ ...env, store })).toMatchObject({ erased: 1, failures: [{ error: new Error('disk full') }] })
    env.clock.now += 2 * DAY_MS
    expect(await runRetention({ ...env, store })).toMatchObject({ erased: 1, failures: [] })
    expect((await listKept(env, who)).mayErase).toBe(true)
  })
})

describe('a draft that nobody touches', () => {
  it('is announced two weeks before it goes, once', async () => {
    const env = await openTestEnvironment('memory:', buildDataKeys())
    const who = await actor<'citizen'>(env, 'citizen-0001')
    const id = await begun(env, who, SERVICE)
    const begunAt = env.clock.now
    env.clock.now = begunAt + 166 * DAY_MS - 1
    expect(await runRetention(env)).toMatchObject({ warned: 0 })
    env.clock.now += 1
    expect([await runRetention(env), await runRetention(env)]).toMatchObject([{ warned: 1, removed: 0 }, { warned: 0, removed: 0 }])
    const [message] = await env.store.outbox.lease(env.clock.now, 1000, 5)
    expect(message).toMatchObject({ topic: 'draft_expires', to: who.id, caseId: null, params: { draft: id, service: SERVICE, days: '14' } })
    env.clock.now = begunAt + 180 * DAY_MS
    expect(await runRetention(env)).toMatchObject({ removed: 1 })
    expect(await env.store.drafts.load(id)).toBeNull()
  })
})

describe('whoever wants to be erased', () => {
  it('can be when nothing of theirs has to be kept any more, and not before', async () => {
    const { env, who } = await withdrawn()
    await begun(env, who, SERVICE)
    expect(await eraseMe(env, who)).toEqual({ ok: false, problem: { code: 'under_retention' } })
    expect(await env.store.drafts.openOf(who.id)).toHaveLength(1)
    const { subject } = (await env.store.people.find(who.id)) ?? {}
    env.clock.now = yearsLater(env.clock.now, 10)
    await runRetention(env)
    expect(await eraseMe(env, who)).toEqual({ ok: true })
    expect(await env.store.people.find(who.id)).toMatchObject({ name: '', subject: null, companies: [] })
    expect(await env.store.people.findBySubject(subject ?? '')).toBeNull()
    expect(await env.store.drafts.openOf(who.id)).toEqual([])
  })
})
