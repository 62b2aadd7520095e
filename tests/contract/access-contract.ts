import { describe, expect, it } from 'vitest'

import type { AccessEntry, AccessQuery, SourceCount } from '#db/store.ts'
import { buildAccess } from '#tests/factories/access-entry.ts'

import type { Contract } from './store-contract.ts'

const NOW = 10_000
const me = '330106199001011234'
const all: AccessQuery = { subject: me, now: NOW, department: null, since: null, until: null }
const entry = (id: string, at: number, more: Partial<AccessEntry> = {}) => buildAccess({ id, at, shownFrom: at, department: 'lead', register: 'people', ...more })
const ids = ({ rows }: { rows: readonly AccessEntry[] }): string[] => rows.map(({ id }) => id)
const count = (kind: SourceCount['kind'], more: Partial<SourceCount> = {}): SourceCount => ({ day: '2026-03-02', register: 'people', field: 'person.name', kind, count: 1, ...more })

export const accessContract: Contract = (store) => {
  describe('the access log', () => {
    const fill = () =>
      store().access.append(
        [
          entry('b', 200),
          entry('a', 200, { department: 'tax' }),
          entry('c', 300, { desk: 'lead.clerk', what: 'case', register: null, agreement: null, ref: 'REF-1', draft: null }),
          entry('d', 400, { shownFrom: NOW + 1 }),
          entry('e', 500, { subject: 'somebody else' }),
          entry('f', 600, { outcome: 'refused', why: 'expired' }),
          entry('g', 700, { outcome: 'no_answer' }),
        ],
        [],
      )

    it('shows a subject what was read of theirs, newest first, and nothing before its time', async () => {
      await fill()
      expect(ids(await store().access.of(all, { limit: 10 }))).toEqual(['c', 'a', 'b'])
      expect(ids(await store().access.of({ ...all, now: NOW + 1 }, { limit: 10 }))).toEqual(['d', 'c', 'a', 'b'])
      expect((await store().access.of(all, { limit: 1 })).rows).toEqual([entry('c', 300, { desk: 'lead.clerk', what: 'case', register: null, agreement: null, ref: 'REF-1', draft: null })])
    })

    it('comes page by page, forward and back', async () => {
      await fill()
      const first = await store().access.of(all, { limit: 2 })
      const second = await store().access.of(all, { limit: 2, after: first.next })
      expect([ids(first), ids(second), second.next]).toEqual([['c', 'a'], ['b'], null])
      expect(ids(await store().access.of(all, { limit: 2, before: second.previous }))).toEqual(['c', 'a'])
    })

    it('is asked for one department and for a time, both ends included', async () => {
      await fill()
      expect(ids(await store().access.of({ ...all, department: 'tax' }, { limit: 10 }))).toEqual(['a'])
      expect(ids(await store().access.of({ ...all, since: 200, until: 200 }, { limit: 10 }))).toEqual(['a', 'b'])
      expect(ids(await store().access.of({ ...all, since: 201 }, { limit: 10 }))).toEqual(['c'])
      expect(await store().access.departmentsOf(me, NOW)).toEqual(['lead', 'tax'])
    })

    it('finds one entry, and lists what was refused of some registers', async () => {
      await fill()
      await store().access.append([entry('h', 800, { outcome: 'refused', register: 'land', why: 'no_agreement' })], [])
      expect(await store().access.find('f')).toMatchObject({ outcome: 'refused', why: 'expired' })
      expect(await store().access.find('nothing')).toBeNull()
      expect(ids(await store().access.refused(['people'], { limit: 10 }))).toEqual(['f'])
      expect(ids(await store().access.refused(['people', 'land', 'none'], { limit: 10 }))).toEqual(['h', 'f'])
      expect(ids(await store().access.refused(['people', 'land'], { limit: 1 }))).toEqual(['h'])
    })

    it('takes all of what is written at once, or nothing', async () => {
      await fill()
      await expect(store().access.append([entry('new', 900), entry('a', 900)], [count('held')])).rejects.toThrow()
      expect(await store().access.find('new')).toBeNull()
      expect(await store().access.counts('people', '2026-01-01', '2026-12-31')).toEqual([])
    })

    it('takes what was read of several people in several registers at once', async () => {
      const wide = Array.from({ length: 45 }, (_, i) => count('held', { field: `person.f${i}`, count: i + 1 }))
      await store().access.append([entry('a', 200), entry('b', 300, { subject: 'somebody else', register: 'land' }), entry('c', 400, { register: 'land' })], [...wide, count('asked', { register: 'land', field: '' })])
      await store().access.append([], wide.slice(0, 7))
      expect(ids(await store().access.of(all, { limit: 10 }))).toEqual(['c', 'a'])
      expect(ids(await store().access.of({ ...all, subject: 'somebody else' }, { limit: 10 }))).toEqual(['b'])
      const twice = wide.map((one, i) => (i < 7 ? { ...one, count: one.count * 2 } : one))
      const byField = (rows: readonly SourceCount[]) => Object.fromEntries(rows.map(({ field, count }) => [field, count]))
      expect(byField(await store().access.counts('people', '2026-03-02', '2026-03-02'))).toEqual(byField(twice))
      expect(byField(await store().access.counts('land', '2026-03-02', '2026-03-02'))).toEqual({ '': 1 })
    })

    it('adds up what sources gave, over days', async () => {
      await store().access.append([], [count('held'), count('held', { count: 4 }), count('asked', { field: '' })])
      await store().access.append([], [count('held', { day: '2026-03-03' }), count('held', { day: '2026-04-01' }), count('held', { register: 'land' })])
      expect(await store().access.counts('people', '2026-03-01', '2026-03-31')).toEqual([
        { day: '2026-03-01', register: 'people', field: '', kind: 'asked', count: 1 },
        { day: '2026-03-01', register: 'people', field: 'person.name', kind: 'held', count: 6 },
      ])
    })
  })
}
