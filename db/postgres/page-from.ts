import { readCursor, readPage, type SortKey } from '../page.ts'
import type { Page, PageQuery } from '../store.ts'

export type Side = 'after' | 'before'

/** How rows on one side of a key are found and sorted: nearest first. */
export const ORDER = { after: ['>', 'ASC'], before: ['<', 'DESC'] } as const

type Read<Row> = (side: Side, key: SortKey, limit: number) => Promise<Row[]>

/** readPage, where rows have to be waited for. */
export async function pageFrom<Row>(query: PageQuery, lowest: SortKey, keyOf: (row: Row) => SortKey, read: Read<Row>): Promise<Page<Row>> {
  const after = readCursor(query.after, lowest)
  const before = after ? null : readCursor(query.before, lowest)
  const rows = await read(before ? 'before' : 'after', before ?? after ?? lowest, query.limit + 1)
  if (rows.length === 0 && (after ?? before)) return pageFrom({ limit: query.limit }, lowest, keyOf, read)
  return readPage(query, lowest, keyOf, () => rows)
}
