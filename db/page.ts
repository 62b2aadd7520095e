import { Buffer } from 'node:buffer'

import type { Page, PageQuery } from './store.ts'

/** What a list is sorted by; unique in the list. Compared part by part. */
export type SortKey = readonly (number | string)[]

/** Rows on one side of a key, nearest first: `after` ascending, `before` descending. At most `limit`. */
export type ReadRows<Row> = (side: 'after' | 'before', key: SortKey, limit: number) => Row[]

/**
 * One page of a sorted list. `lowest` lies before every key and gives a key's shape. When the rows beyond a cursor have
 * gone meanwhile, the first page is shown instead of an empty one.
 */
export function readPage<Row>(query: PageQuery, lowest: SortKey, keyOf: (row: Row) => SortKey, read: ReadRows<Row>): Page<Row> {
  const after = readCursor(query.after, lowest)
  const before = after ? null : readCursor(query.before, lowest)
  const found = before ? read('before', before, query.limit + 1) : read('after', after ?? lowest, query.limit + 1)
  if (found.length === 0 && (after ?? before)) return readPage({ limit: query.limit }, lowest, keyOf, read)
  const more = found.length > query.limit
  const rows = found.slice(0, query.limit)
  if (before) rows.reverse()
  const cursorAt = (row: Row | undefined, reachable: boolean) => (row !== undefined && reachable ? writeCursor(keyOf(row)) : null)
  return {
    rows,
    previous: cursorAt(rows[0], before ? more : after !== null),
    next: cursorAt(rows.at(-1), before ? true : more),
  }
}

export const writeCursor = (key: SortKey): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Null for anything that is not a key of this shape: cursors come from addresses, where anybody can type. */
export function readCursor(cursor: string | null | undefined, like: SortKey): SortKey | null {
  if (!cursor) return null
  const key = parse(Buffer.from(cursor, 'base64url').toString())
  return Array.isArray(key) && key.length === like.length && key.every((part, index) => sameKind(part, like[index])) ? key : null
}

const sameKind = (part: unknown, like: unknown): boolean =>
  typeof like === 'number' ? Number.isSafeInteger(part) : typeof part === 'string'

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
