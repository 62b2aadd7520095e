import Database from 'better-sqlite3'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'

import { jsonColumn } from './json-column.ts'
import { connectionOf } from './open-database.server.ts'
import { prepareInsert, prepareInsertNew, prepareUpdate, prepareUpsert } from './prepared.ts'

const kept = sqliteTable('kept', { id: text('id').primaryKey(), first: text('first'), isOpen: integer('is_open', { mode: 'boolean' }).notNull(), more: jsonColumn<object | null>('more').notNull() })

const row = { id: 'a', first: 'one', isOpen: true, more: { b: [1, 'x'] } }

function opened() {
  const connection = connectionOf(new Database(':memory:'))
  connection.client.exec('CREATE TABLE kept (id TEXT NOT NULL PRIMARY KEY, first TEXT, is_open INTEGER NOT NULL, more TEXT NOT NULL) STRICT')
  return { connection, rows: () => connection.client.prepare('SELECT * FROM kept').raw().all() }
}

describe('a prepared write', () => {
  it('puts each value into its column, as the column stores it', () => {
    const { connection, rows } = opened()
    const insert = prepareInsert(connection, kept)
    insert(row)
    insert({ more: null, isOpen: false, first: null, id: 'b' })
    expect(rows()).toEqual([['a', 'one', 1, '{"b":[1,"x"]}'], ['b', null, 0, 'null']])
  })

  it('takes no key twice, or leaves the first row as it is', () => {
    const { connection, rows } = opened()
    prepareInsert(connection, kept)(row)
    expect(() => prepareInsert(connection, kept)({ ...row, first: 'two' })).toThrow('UNIQUE')
    prepareInsertNew(connection, kept)({ ...row, first: 'two' })
    expect(rows()).toEqual([['a', 'one', 1, '{"b":[1,"x"]}']])
  })

  it('replaces what has the same key, but for columns that stay', () => {
    const { connection, rows } = opened()
    const upsert = prepareUpsert(connection, kept, [kept.id], [kept.first])
    upsert(row)
    upsert({ ...row, first: 'two', isOpen: false })
    expect(rows()).toEqual([['a', 'one', 0, '{"b":[1,"x"]}']])
  })

  it('changes the row that is as it was thought to be, and says whether there is one', () => {
    const { connection, rows } = opened()
    prepareInsert(connection, kept)({ ...row, first: null })
    const update = prepareUpdate(connection, kept, [kept.isOpen, kept.more], [kept.id, kept.first])
    expect(update({ ...row, isOpen: false })).toBe(false)
    expect(update({ ...row, first: null, isOpen: false, more: {} })).toBe(true)
    expect(rows()).toEqual([['a', null, 0, '{}']])
  })

  it('says which value was not given', () => {
    const { id, isOpen, more } = row
    expect(() => prepareInsert(opened().connection, kept)({ id, isOpen, more })).toThrow('No value was given for first')
  })
})
