import { lastOfEach } from './commit-part.ts'

/** How many rows one counter is. */
const SLOTS = 16

/** @param id whose last character is as good as random, as in a UUIDv7 */
export const slotOf = (id: string): number => (id.codePointAt(id.length - 1) ?? 0) % SLOTS

const adding = (table: string, key: string): string => `ON CONFLICT (${key}, slot) DO UPDATE SET count = ${table}.count + excluded.count`

export const ADDED = {
  tallies: adding('tallies', 'day, service, kind'),
  turnarounds: adding('turnarounds', 'day, service, department, step, whose, days'),
  sources: adding('source_counts', 'register, day, field, kind'),
}

/**
 * Rows that add to counters: one for each key, since no statement may add to a row twice, and in the order of the keys, so that nobody
 * waits for somebody who waits for them.
 */
export function added<Row extends { count: number }>(rows: readonly Row[], keyOf: (row: Row) => readonly (string | number)[], slot: number): (Row & { slot: number })[] {
  const sums = new Map<string, number>()
  const nameOf = (row: Row) => JSON.stringify(keyOf(row))
  for (const row of rows) sums.set(nameOf(row), (sums.get(nameOf(row)) ?? 0) + row.count)
  return lastOfEach(rows, nameOf).map((row) => ({ ...row, slot, count: sums.get(nameOf(row)) ?? 0 }))
}
