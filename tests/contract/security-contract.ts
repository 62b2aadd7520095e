import { describe, expect, test } from 'vitest'

import type { Raised, SecurityEntry } from '#db/security-store.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'

import type { Contract } from './store-contract.ts'

let count = 0
const entry = (more: Partial<SecurityEntry> = {}): SecurityEntry => ({ id: `e${(count += 1)}`, at: 100, kind: 'denied', person: 'p1', network: '203.0.113.0/24', route: 'routes/x', ...more })
const raised = (more: Partial<Raised> = {}): Raised => ({ rule: 'denials', subject: 'p1', day: '2026-03-02', count: 10, first: 100, last: 200, ...more })

export const securityContract: Contract = (store) => {
  describe('the security log', () => {
    test('counts by person, and by network what nobody signed in did', async () => {
      const { security } = store()
      for (const one of [entry({ at: 50 }), entry({ at: 101 }), entry({ at: 105, network: '198.51.100.0/24' }), entry({ at: 110, person: null }), entry({ at: 120, person: null, kind: 'limited' })]) await security.append(one)
      expect(await security.uses(100)).toEqual([
        { kind: 'denied', person: null, network: '203.0.113.0/24', count: 1, first: 110, last: 110 },
        { kind: 'denied', person: 'p1', network: null, count: 2, first: 101, last: 105 },
        { kind: 'limited', person: null, network: '203.0.113.0/24', count: 1, first: 120, last: 120 },
      ])
      expect(await security.totals(100)).toEqual({ denied: 3, limited: 1 })
      expect(await security.uses(1000)).toEqual([])
    })

    test('gives what somebody did, newest first, and nothing of others', async () => {
      const { security } = store()
      for (const at of [1, 2, 3]) await security.append(entry({ at }))
      await security.append(entry({ at: 2, person: 'p2' }))
      await security.append(entry({ at: 2, person: null }))
      expect((await security.entriesOf('p1', 2, 9, 10)).map(({ at }) => at)).toEqual([3, 2])
      expect((await security.entriesOf('p1', 0, 9, 1)).map(({ at }) => at)).toEqual([3])
      expect((await security.entriesOf('203.0.113.0/24', 0, 9, 9)).map(({ person }) => person)).toEqual([null])
    })

    test('forgets what is old', async () => {
      const { security } = store()
      for (const at of [1, 2, 3]) await security.append(entry({ at }))
      expect([await security.forget(3), await security.totals(0)]).toEqual([2, { denied: 1 }])
    })

    test('counts whose data staff looked at, from the access log', async () => {
      const { security, access } = store()
      const look = (id: string, at: number, subject: string, more = {}) => buildAccess({ id, at, subject, desk: 'food.reviewer', reader: { kind: 'staff', id: 's1', name: 'S' }, ...more })
      await access.append([look('a1', 10, 'A'), look('a2', 11, 'A'), look('a3', 12, 'B'), look('a4', 5, 'C'), look('a5', 13, 'D', { desk: null, reader: { kind: 'system', id: 'system', name: 'system' } })], [])
      expect(await security.looks(9)).toEqual([{ person: 's1', subjects: 2, first: 10, last: 12 }])
    })
  })

  describe('an alert', () => {
    const open = async () => (await store().security.alerts(true, { limit: 9 })).rows

    test('is one for a rule, somebody and a day, and grows', async () => {
      const { security } = store()
      await security.raise(raised(), 'a1', 300)
      await security.raise(raised({ count: 12, first: 90, last: 250 }), 'a2', 400)
      await security.raise(raised({ count: 11, last: 260 }), 'a3', 500)
      await security.raise(raised({ day: '2026-03-03' }), 'a4', 600)
      expect(await open()).toEqual([
        { ...raised({ day: '2026-03-03' }), id: 'a4', raisedAt: 600, closedAt: null, closedBy: null, note: null },
        { ...raised({ count: 12, first: 90, last: 250 }), id: 'a1', raisedAt: 300, closedAt: null, closedBy: null, note: null },
      ])
    })

    test('is closed once, with who and why, and opened again by more of the same', async () => {
      const { security } = store()
      await security.raise(raised(), 'a1', 300)
      expect([await security.closeAlert('a1', 's9', 400, 'asked'), await security.closeAlert('a1', 's8', 500, 'again'), await security.closeAlert('none', 's8', 500, 'x')]).toEqual([true, false, false])
      expect(await security.find('a1')).toMatchObject({ closedAt: 400, closedBy: 's9', note: 'asked' })
      await security.raise(raised(), 'a2', 600)
      expect([await open(), (await security.alerts(false, { limit: 9 })).rows.length]).toEqual([[], 1])
      await security.raise(raised({ count: 20 }), 'a2', 700)
      expect(await open()).toMatchObject([{ id: 'a1', count: 20, closedAt: null, note: 'asked' }])
    })

    test('is listed newest first, page by page', async () => {
      const { security } = store()
      for (const number of [1, 2, 3]) await security.raise(raised({ subject: `p${number}` }), `a${number}`, number)
      const first = await security.alerts(true, { limit: 2 })
      const second = await security.alerts(true, { limit: 2, after: first.next })
      expect([first.rows.map(({ id }) => id), second.rows.map(({ id }) => id), second.next]).toEqual([['a3', 'a2'], ['a1'], null])
      expect((await security.alerts(true, { limit: 2, before: second.previous })).rows).toHaveLength(2)
    })
  })
}
