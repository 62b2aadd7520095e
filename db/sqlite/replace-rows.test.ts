import Database from 'better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { beforeEach, describe, expect, it } from 'vitest'

import { type Connection, connectionOf } from './open-database.server.ts'
import { prepareReplace } from './replace-rows.ts'

const open = sqliteTable('open', { caseId: text('case_id').notNull(), key: text('key').notNull(), dueAt: integer('due_at'), holder: text('holder') })

let connection: Connection
let replace: ReturnType<typeof prepareReplace<typeof open>>

beforeEach(() => {
  connection = connectionOf(new Database(':memory:'))
  connection.client.exec('CREATE TABLE open (id INTEGER PRIMARY KEY AUTOINCREMENT, case_id TEXT NOT NULL, key TEXT NOT NULL, due_at INTEGER, holder TEXT, UNIQUE (case_id, key)) STRICT')
  replace = prepareReplace(connection, open, [open.key], [open.holder])
  replace('one', [row('a'), row('b')], false)
  replace('other', [{ ...row('a'), caseId: 'other' }], false)
})

const row = (key: string, rest: { dueAt?: number | null; holder?: string | null } = {}) => ({ caseId: 'one', key, dueAt: 1, holder: null, ...rest })
const rows = () => connection.client.prepare('SELECT id, case_id, key, due_at, holder FROM open ORDER BY id').raw().all()
/** How many rows were written by it. */
function written(work: () => void): number {
  const total = connection.client.prepare<[], number>('SELECT total_changes()').pluck()
  const before = total.get() ?? 0
  work()
  return (total.get() ?? 0) - before
}

describe('the open rows of a case', () => {
  it('are left alone when they stand as they should', () => {
    expect(written(() => replace('one', [row('b'), row('a')], true))).toBe(0)
    expect(rows()).toEqual([[1, 'one', 'a', 1, null], [2, 'one', 'b', 1, null], [3, 'other', 'a', 1, null]])
  })

  it('go when they are not given, and come when they were not there', () => {
    replace('one', [row('c'), row('b')], true)
    expect(rows()).toEqual([[2, 'one', 'b', 1, null], [3, 'other', 'a', 1, null], [4, 'one', 'c', 1, null]])
    replace('one', [], true)
    expect(rows()).toEqual([[3, 'other', 'a', 1, null]])
  })

  it('stay the rows they are when only light columns change', () => {
    expect(written(() => replace('one', [row('a', { holder: 'z' }), row('b')], true))).toBe(1)
    expect(rows()).toEqual([[1, 'one', 'a', 1, 'z'], [2, 'one', 'b', 1, null], [3, 'other', 'a', 1, null]])
  })

  it.each([[null], [2]])('are written anew when another column changes to %s', (dueAt) => {
    replace('one', [row('a', { dueAt, holder: 'z' }), row('b')], true)
    expect(rows()).toEqual([[2, 'one', 'b', 1, null], [3, 'other', 'a', 1, null], [4, 'one', 'a', dueAt, 'z']])
  })

  it('are not looked for when there were none', () => {
    expect(() => replace('one', [row('a')], false)).toThrow('UNIQUE')
  })
})
