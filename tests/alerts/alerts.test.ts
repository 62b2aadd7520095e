import { beforeEach, describe, expect, test } from 'vitest'

import type { Actor } from '#app/kernel/case/actor.ts'
import { claimTask } from '#app/use-cases/answer-task.ts'
import { closeAlert } from '#app/use-cases/security/close-alert.ts'
import { listAlerts, openAlert } from '#app/use-cases/security/list-alerts.ts'
import { lookUpCase } from '#app/use-cases/security/look-up-case.ts'
import { networkOf, noteUse } from '#app/use-cases/security/note-use.ts'
import { raiseAlerts } from '#app/use-cases/security/raise-alerts.ts'
import { BULK_SUBJECTS, isOffHours } from '#app/use-cases/security/rules.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'
import { at } from '#tests/factories/definition.ts'
import { actor, openTestEnvironment, submitted, type TestEnvironment } from '#tests/factories/environment.ts'
import { staff } from '#tests/factories/play.ts'

const MINUTE = 60_000
const officer = staff('staff-security', 'data_bureau.security_officer')
const ADDRESS = '203.0.113.77'

let env: TestEnvironment
beforeEach(async () => {
  env = await openTestEnvironment()
  env.clock.now = at('2026-03-03', '10:00')
})

const open = async () => (await listAlerts(env, officer, true, { limit: 50 }))?.page.rows ?? []
const use = (kind: Parameters<typeof noteUse>[1]['kind'], person: string | null = 'citizen-0001') => noteUse(env, { kind, person, address: ADDRESS, route: 'routes/x' })

/** Does it this often, a little apart, and lets the rules look. */
async function often(count: number, act: () => Promise<unknown>, apart = 1000): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await act()
    env.clock.now += apart
  }
  await raiseAlerts(env)
}

describe('an alert is raised', () => {
  test.each([
    ['lookups', 10, () => lookUpCase(env, staff('staff-food', 'food_safety.reviewer'), 'QH-2026-000000-0', ADDRESS), 'staff-food'],
    ['denials', 10, () => use('denied'), 'citizen-0001'],
    ['denials', 10, () => use('denied', null), '203.0.113.0/24'],
    ['exports', 10, () => use('export', 'staff-manager'), 'staff-manager'],
    ['sign_in_burst', 20, () => use('sign_in_failed', null), '203.0.113.0/24'],
    ['too_much', 5, () => use('limited'), 'citizen-0001'],
    ['malware', 1, () => use('malware'), 'citizen-0001'],
  ] as const)('by %s at %i, not before', async (rule, count, act, subject) => {
    await often(count - 1, act)
    expect(await open()).toEqual([])
    await often(1, act)
    expect(await open()).toMatchObject([{ rule, subject, count, day: '2026-03-03' }])
  })

  test('for what is too much within its time, not for the same spread over the day', async () => {
    await often(30, () => use('denied'), 10 * MINUTE)
    expect(await open()).toEqual([])
  })

  test('for a clerk who looks at very many people’s data, counting people and not looks', async () => {
    const look = (number: number) => buildAccess({ id: `l${number}-${env.clock.now}`, at: env.clock.now, subject: `S${number}`, desk: 'food_safety.reviewer', reader: { kind: 'staff', id: 'staff-food', name: 'F' } })
    let number = 0
    await often(BULK_SUBJECTS - 1, () => env.store.access.append([look((number += 1))], []))
    await often(10, () => env.store.access.append([look(1)], []))
    expect(await open()).toEqual([])
    await often(1, () => env.store.access.append([look((number += 1))], []))
    expect(await open()).toMatchObject([{ rule: 'bulk_reads', subject: 'staff-food', count: BULK_SUBJECTS }])
  })

  test('for a look at night and on a day off, not for one at work, nor for a machine’s', async () => {
    const look = (id: string, person: string, desk: string | null) => buildAccess({ id, at: env.clock.now, subject: 'S1', desk, reader: { kind: desk ? 'staff' : 'system', id: person, name: person } })
    await often(1, () => env.store.access.append([look('a', 'at-work', 'd.r')], []))
    env.clock.now = at('2026-03-03', '23:15')
    await often(1, () => env.store.access.append([look('b', 'machine', null), look('c', 'owl', 'd.r')], []))
    env.clock.now = at('2026-03-07', '11:00')
    await often(1, () => env.store.access.append([look('d', 'saturday', 'd.r')], []))
    expect((await open()).map(({ rule, subject }) => [rule, subject])).toEqual([['off_hours', 'saturday'], ['off_hours', 'owl']])
  })

  test('once, and grows while it goes on', async () => {
    await often(12, () => use('denied'))
    await often(5, () => use('denied'))
    expect(await open()).toMatchObject([{ rule: 'denials', count: 17 }])
  })
})

describe('somebody who looks a case up', () => {
  test('is not written down while they hold a task on it', async () => {
    const ref = await submitted(env, 'restaurant-opening', 'citizen-0000')
    const clerk = await actor<'staff'>(env, 'staff-clerk')
    await lookUpCase(env, clerk, ref, ADDRESS)
    expect(await env.store.security.totals(0)).toEqual({ lookup: 1 })
    expect(await claimTask(env, clerk, ref, { task: 'acceptance', round: 1, desk: 'market_regulation.clerk', version: 1 })).toMatchObject({ ok: true })
    expect(await lookUpCase(env, clerk, ref, ADDRESS)).not.toBeNull()
    expect(await env.store.security.totals(0)).toEqual({ lookup: 1 })
  })
})

describe('the security officer', () => {
  test('alone sees alerts, and closes them with what came of it', async () => {
    await often(10, () => use('denied', 'staff-food'))
    const [alert] = await open()
    const others: Actor[] = [await actor(env, 'staff-manager'), await actor(env, 'staff-food'), await actor(env, 'citizen-0001')]
    for (const other of others) {
      expect([await listAlerts(env, other, true, { limit: 5 }), await openAlert(env, other, alert!.id)]).toEqual([null, null])
      expect(await closeAlert(env, other, alert!.id, 'x')).toEqual({ ok: false, problem: { code: 'not_found' } })
    }
    expect(alert).toMatchObject({ who: '何静' })
    expect((await openAlert(env, officer, alert!.id))?.entries).toHaveLength(10)
    expect(await closeAlert(env, officer, alert!.id, '  ')).toMatchObject({ problem: { code: 'invalid', fields: [{ name: 'note', code: 'missing' }] } })
    expect(await closeAlert(env, officer, alert!.id, 'x'.repeat(2001))).toMatchObject({ problem: { code: 'invalid' } })
    expect(await closeAlert(env, officer, alert!.id, 'A broken bookmark.')).toEqual({ ok: true })
    expect(await closeAlert(env, officer, alert!.id, 'again')).toMatchObject({ problem: { code: 'done_already' } })
    expect([await open(), (await openAlert(env, officer, alert!.id))?.alert]).toMatchObject([[], { note: 'A broken bookmark.', closedBy: 'staff-security', closer: '苏衡' }])
  })

  test('does not close an alert about themselves', async () => {
    await often(10, () => use('denied', officer.id))
    const [alert] = await open()
    expect(await closeAlert(env, officer, alert!.id, 'It was me, all is well.')).toMatchObject({ ok: false })
    expect(await open()).toHaveLength(1)
  })
})

describe('the log', () => {
  test('keeps a network, never an address', async () => {
    await use('denied')
    expect(JSON.stringify(await env.store.security.entriesOf('citizen-0001', 0, Number.MAX_SAFE_INTEGER, 9))).not.toContain(ADDRESS)
    expect([networkOf(ADDRESS), networkOf('::ffff:203.0.113.9'), networkOf('2001:db8:aaaa:bbbb::1'), networkOf(''), networkOf('nonsense')]).toEqual(['203.0.113.0/24', '203.0.113.0/24', '2001:db8:aaaa::/48', null, null])
  })

  test('knows the office’s hours', () => {
    const { calendar } = env.catalogue
    const off = (day: string, time: string) => isOffHours(calendar, at(day, time))
    expect([off('2026-03-03', '06:59'), off('2026-03-03', '07:00'), off('2026-03-03', '19:59'), off('2026-03-03', '20:00'), off('2026-10-01', '10:00')]).toEqual([true, false, false, true, true])
  })
})
