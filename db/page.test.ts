import { describe, expect, it } from 'vitest'

import { readCursor, readPage, type ReadRows, writeCursor } from './page.ts'

const numbers: ReadRows<number> = (side, [key], limit) =>
  side === 'after'
    ? [1, 2, 3, 4, 5].filter((one) => one > Number(key)).slice(0, limit)
    : [5, 4, 3, 2, 1].filter((one) => one < Number(key)).slice(0, limit)
const page = (query: Parameters<typeof readPage>[0]) => readPage(query, [0], (row: number) => [row], numbers)

describe('a page', () => {
  it('leads forward and back, and nowhere at the ends', () => {
    const first = page({ limit: 2 })
    expect(first).toMatchObject({ rows: [1, 2], previous: null })
    const last = page({ limit: 3, after: first.next })
    expect(last).toMatchObject({ rows: [3, 4, 5], next: null })
    expect(page({ limit: 2, before: last.previous })).toEqual(first)
  })

  it('is the first one when the rows beyond its cursor have gone', () => {
    expect(page({ limit: 2, after: writeCursor([9]) }).rows).toEqual([1, 2])
  })

  it('is empty for an empty list', () => {
    expect(readPage({ limit: 2, before: writeCursor([9]) }, [0], () => [0], () => [])).toEqual({ rows: [], previous: null, next: null })
  })
})

describe('a cursor', () => {
  it.each([null, undefined, '', '!', writeCursor([1]), writeCursor(['a', 1]), writeCursor([1.5, 'a']), writeCursor([1, 'a', 'b'])])(
    'that can not be read counts as none: %s',
    (cursor) => expect(readCursor(cursor, [0, ''])).toBeNull(),
  )

  it('keeps its key', () => {
    expect(readCursor(writeCursor([7, '𠮷/\u0000']), [0, ''])).toEqual([7, '𠮷/\u0000'])
  })
})
