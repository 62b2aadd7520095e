import Database from 'better-sqlite3'

import { type Times, timesOf, wholeCases } from '#app/use-cases/board/times.ts'
import { openSqliteStore } from '#db/sqlite/sqlite-store.server.ts'
import type { Store } from '#db/store.ts'

import { byTurns } from '../../harness/by-turns.ts'
import type { Bench, Effort } from '../../harness/row.ts'
import { closedCases, PERIOD } from '../../scale/closed-cases.ts'

const [LARGE, SMALL] = [5_000_000, 1_000_000]
const [WHOSE, PERCENTS] = [['office', 'applicant', 'other'] as const, [50, 90] as const]
const READS = 5

export const boardHistogram: Bench = {
  name: 'board-histogram',
  says: 'a year\'s median and 90th percentile of working days of office, applicant and others out of the histogram that commits keep up, against the rows of a million closed cases in SQL',
  unit: 'ms',
  ratio: 'ours/theirs',
  goal: 0.05,
  atMost: true,
  measure: async ({ folder, rounds, share }) => {
    const town = await closedTown(folder, SMALL * share)
    const figures = await byTurns(rounds, () => each(READS, () => keptUp(town.store)), () => each(1, async () => fromRows(town.client)))
    await town.close()
    return figures
  },
}

export const boardHistogram5m: Bench = {
  name: 'board-histogram-5m',
  says: 'the same at 5 million cases closed in that year, against 1 million',
  unit: 'ms',
  ratio: 'ours/theirs',
  goal: 1.2,
  atMost: true,
  measure: async ({ folder, rounds, share }) => {
    const [large, small] = [await closedTown(folder, LARGE * share), await closedTown(folder, SMALL * share)]
    const figures = await byTurns(rounds, () => each(READS, () => keptUp(large.store)), () => each(READS, () => keptUp(small.store)))
    await Promise.all([large.close(), small.close()])
    return figures
  },
}

export const boardHistogramError: Bench = {
  name: 'board-histogram-error',
  says: 'how far the largest of these six figures is from that of the rows, in hundredths of it and one',
  unit: '%',
  ratio: 'ours/theirs',
  goal: 1.025,
  atMost: true,
  measure: async ({ folder, share }) => {
    const town = await closedTown(folder, SMALL * share)
    const [kept, rows] = [await keptUp(town.store), fromRows(town.client)]
    await town.close()
    const errors = kept.map((value, at) => Math.abs(value - (rows[at] ?? Number.NaN)) / Math.max(1, rows[at] ?? 0))
    return { ours: 100 * (1 + Math.max(...errors)), theirs: 100 }
  },
}

type Town = { store: Store; client: Database.Database; close(): Promise<void> }

/** Warm, and with the same figures either way but for what the histogram rounds. */
async function closedTown(folder: Effort['folder'], cases: number): Promise<Town> {
  const path = await closedCases(folder, Math.max(1000, Math.round(cases)))
  const [store, client] = [openSqliteStore(path), new Database(path, { readonly: true })]
  await keptUp(store)
  return {
    store,
    client,
    close: async () => {
      client.close()
      await store.close()
    },
  }
}

/** As the board does: the rows of the period, of which those of whole cases become spreads. @returns for each of whose, each percentile */
async function keptUp({ board }: Store): Promise<number[]> {
  const times: Times = timesOf(wholeCases(await board.turnarounds({ ...PERIOD, service: null })))
  return WHOSE.flatMap((whose) => [times[whose].median ?? Number.NaN, times[whose].p90 ?? Number.NaN])
}

/** By nearest rank, as the portal's percentiles are. */
function fromRows(client: Database.Database): number[] {
  const [total] = client.prepare<[typeof PERIOD], number>('SELECT count(*) FROM closed WHERE day BETWEEN :from AND :to').pluck().all(PERIOD)
  return WHOSE.flatMap((whose) => PERCENTS.map((percent) => {
    const skipped = Math.max(1, Math.ceil((percent * (total ?? 0)) / 100)) - 1
    const value = client.prepare<[typeof PERIOD & { skipped: number }], number>(`SELECT ${whose} FROM closed WHERE day BETWEEN :from AND :to ORDER BY ${whose} LIMIT 1 OFFSET :skipped`).pluck().get({ ...PERIOD, skipped })
    return value ?? Number.NaN
  }))
}

/** @returns ms of processor time of one, the thread for reports included */
async function each(count: number, run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (let at = 0; at < count; at += 1) await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / count
}
