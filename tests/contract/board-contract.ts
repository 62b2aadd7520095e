import { describe, expect, it } from 'vitest'

import type { BoardQuery, CaseSummary, Tally, Turnaround } from '#db/store.ts'
import { buildCommit, buildQueueRow, buildSummary } from '#tests/factories/case-commit.ts'
import { at } from '#tests/factories/definition.ts'

import type { Contract } from './store-contract.ts'

const tally = (day: string, kind: Tally['kind'], service = 'trial'): Tally => ({ day, kind, service, count: 1 })
const took = (day: string, days: number, more: Partial<Turnaround> = {}): Turnaround =>
  ({ day, service: 'trial', department: 'lead', step: '', whose: 'office', days, ...more })
const march: BoardQuery = { from: '2026-03-01', to: '2026-03-31', service: null }
const dayOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)

export const boardContract: Contract = (store) => {
  describe('tallies', () => {
    const fill = async () => {
      await store().commit(buildCommit({ caseId: 'case-1', tallies: [tally('2026-03-01', 'received'), tally('2026-03-02', 'received')] }))
      await store().commit(buildCommit({ caseId: 'case-2', tallies: [tally('2026-03-01', 'received'), tally('2026-03-31', 'granted', 'other')] }))
      await store().commit(buildCommit({ caseId: 'case-3', tallies: [tally('2026-02-28', 'received'), tally('2026-04-01', 'received')] }))
    }

    it('are added up by day, both ends included', async () => {
      await fill()
      expect(await store().board.tallies(march, true)).toEqual([
        { ...tally('2026-03-01', 'received'), count: 2 },
        { ...tally('2026-03-02', 'received'), count: 1 },
        { ...tally('2026-03-31', 'granted', 'other'), count: 1 },
      ])
    })

    it('are added up over all days', async () => {
      await fill()
      expect(await store().board.tallies(march, false)).toEqual([
        { ...tally('2026-03-01', 'granted', 'other'), count: 1 },
        { ...tally('2026-03-01', 'received'), count: 3 },
      ])
    })

    it('are asked for one service', async () => {
      await fill()
      expect(await store().board.tallies({ ...march, service: 'other' }, true)).toHaveLength(1)
      expect(await store().board.tallies({ ...march, service: 'other' }, false)).toMatchObject([{ service: 'other', count: 1 }])
    })
  })

  it('adds up turnarounds over the days, histogram by histogram', async () => {
    const review = { department: 'fire', step: 'fire_review' }
    await store().commit(buildCommit({ turnarounds: [took('2026-03-02', 3), took('2026-03-09', 3), took('2026-03-09', 0.5), took('2026-03-09', 3, review)] }))
    await store().commit(buildCommit({ caseId: 'case-2', turnarounds: [took('2026-03-09', 3, { service: 'other' }), took('2026-04-01', 3)] }))
    const expected = [
      { ...took(march.from, 3, review), count: 1 },
      { ...took(march.from, 0.5), count: 1 },
      { ...took(march.from, 3), count: 2 },
    ]
    expect(await store().board.turnarounds({ ...march, service: 'trial' })).toEqual(expected)
    expect(await store().board.turnarounds(march)).toEqual([{ ...took(march.from, 3, { service: 'other' }), count: 1 }, ...expected])
  })

  describe('turnarounds of a long period', () => {
    const fill = async () => {
      const days = ['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-14', '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2026-04-30', '2027-02-14']
      for (const [n, day] of days.entries()) await store().commit(buildCommit({ caseId: `case-${n}`, turnarounds: [took(day, 3), took(day, 3), took(day, n, { service: 'other' })] }))
    }
    const threes = async (from: string, to: string) => (await store().board.turnarounds({ from, to, service: 'trial' })).map(({ count }) => count / 2)

    it.each([
      ['2026-01-31', '2026-04-01', 7],
      ['2026-02-01', '2026-02-28', 3],
      ['2026-02-02', '2026-03-30', 3],
      ['2026-02-01', '2026-04-29', 6],
      ['2026-01-31', '2026-02-01', 2],
      ['2026-02-14', '2026-02-14', 1],
      ['2025-01-01', '2027-12-31', 10],
    ])('are those of its days and of no other: %s to %s', async (from, to, count) => {
      await fill()
      expect(await threes(from, to)).toEqual([count])
    })

    it('come fewest days first, service by service', async () => {
      await fill()
      const rows = await store().board.turnarounds({ from: '2026-01-31', to: '2026-04-01', service: null })
      expect(rows.map(({ day, service, days }) => [day, service, days])).toEqual([...[1, 2, 3, 4, 5, 6, 7].map((days) => ['2026-01-31', 'other', days]), ['2026-01-31', 'trial', 3]])
    })
  })

  it('counts open cases by the city’s day, whose time it is, and light', async () => {
    const lateEvening = at('2026-03-02', '23:59')
    const cases: Partial<CaseSummary>[] = [
      { submittedAt: lateEvening, dueAt: 1000, yellowAt: 900 },
      { submittedAt: at('2026-03-02', '00:00'), dueAt: 1000, yellowAt: 1 },
      { submittedAt: lateEvening + 60_000, dueAt: 1001, yellowAt: 1000 },
      { submittedAt: lateEvening, dueAt: null, yellowAt: null, whose: 'applicant' },
      { submittedAt: lateEvening, dueAt: 1002, yellowAt: 1001, service: 'other' },
      { submittedAt: lateEvening, endedAt: 1000, end: 'granted', dueAt: null, yellowAt: null },
    ]
    for (const [n, one] of cases.entries()) await store().commit(buildCommit({ caseId: `c${n}`, summary: buildSummary({ caseId: `c${n}`, ...one }) }))
    expect(await store().board.openCases(1000, dayOf)).toEqual([
      { service: 'other', submittedDay: '2026-03-02', whose: 'office', light: 'green', count: 1 },
      { service: 'trial', submittedDay: '2026-03-02', whose: 'applicant', light: 'stopped', count: 1 },
      { service: 'trial', submittedDay: '2026-03-02', whose: 'office', light: 'red', count: 2 },
      { service: 'trial', submittedDay: '2026-03-03', whose: 'office', light: 'yellow', count: 1 },
    ])
  })

  it('counts open tasks by desk and light, with the oldest', async () => {
    const tasks = [
      buildQueueRow({ caseId: 'case-1', openedAt: 50, dueAt: 1000 }),
      buildQueueRow({ caseId: 'case-1', task: 'visit', openedAt: 70, dueAt: null, yellowAt: null, desk: 'fire.inspector' }),
    ]
    await store().commit(buildCommit({ tasks }))
    await store().commit(buildCommit({ caseId: 'case-2', tasks: [buildQueueRow({ caseId: 'case-2', openedAt: 40, dueAt: 900 })] }))
    expect(await store().board.openTasks(1000)).toEqual([
      { service: 'trial', task: 'acceptance', desk: 'lead.clerk', light: 'red', count: 2, oldestAt: 40 },
      { service: 'trial', task: 'visit', desk: 'fire.inspector', light: 'stopped', count: 1, oldestAt: 70 },
    ])
  })
}
