import { Buffer } from 'node:buffer'

import type { ReadRows, SortKey } from '../page.ts'

/** Orders as SQLite does: numbers by size, text by its bytes in UTF-8. */
export function compareKeys(one: SortKey, other: SortKey): number {
  for (const [index, part] of one.entries()) {
    const order = compareParts(part, other[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

export const by = <Row>(keyOf: (row: Row) => SortKey) => (one: Row, other: Row): number => compareKeys(keyOf(one), keyOf(other))

/** Rows beyond a key of a list that is all in memory. */
export function rowsBeyond<Row>(all: readonly Row[], keyOf: (row: Row) => SortKey): ReadRows<Row> {
  const sorted = all.toSorted(by(keyOf))
  return (side, key, limit) => {
    const beyond = sorted.filter((row) => (side === 'after' ? compareKeys(keyOf(row), key) > 0 : compareKeys(keyOf(row), key) < 0))
    return structuredClone((side === 'after' ? beyond : beyond.reverse()).slice(0, limit))
  }
}

function compareParts(one: number | string, other: number | string): number {
  if (typeof one === 'number') return one - Number(other)
  // most that is compared lies together because it is the same
  if (one === other) return 0
  return Buffer.compare(Buffer.from(one), Buffer.from(String(other)))
}
