import Database from 'better-sqlite3'
import { eq, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'

import { connectionOf } from './open-database.server.ts'
import { steadyPlan } from './steady-plan.ts'

const table = sqliteTable('t', { a: text('a'), b: integer('b') })

it.each([
  ['SELECT a FROM t WHERE b = ? AND (c, d) > (?, ?) LIMIT ?', 'SELECT a FROM t WHERE b = +? AND (c, d) > (+?, +?) LIMIT +?'],
  ['SELECT :from AS day WHERE a BETWEEN :from AND :to2', 'SELECT +:from AS day WHERE a BETWEEN +:from AND +:to2'],
  [`SELECT ':a?' || 'it''s :b', "x?" FROM t WHERE a = ?1`, `SELECT ':a?' || 'it''s :b', "x?" FROM t WHERE a = +?1`],
  ['SELECT +? + +:a', 'SELECT +? + +:a'],
  ['SELECT ?||? FROM json_each(:list)', 'SELECT +?||+? FROM json_each(+:list)'],
])('parameters get a plus, once, and nothing else: %s', (sql, steady) => {
  expect(steadyPlan(sql)).toBe(steady)
  expect(steadyPlan(steady)).toBe(steady)
})

it('what is prepared on a connection, by either of its ways, is prepared so', () => {
  const { client, orm } = connectionOf(new Database(':memory:'))
  client.exec('CREATE TABLE t (a TEXT, b INTEGER)')
  expect(client.prepare('SELECT a FROM t WHERE b = ?').source).toBe('SELECT a FROM t WHERE b = +?')
  const prepared: string[] = []
  const { prepare } = client
  client.prepare = ((sql: string) => {
    const statement = prepare(sql)
    prepared.push(statement.source)
    return statement
  }) as typeof prepare
  orm.select().from(table).where(eq(table.b, sql.placeholder('b'))).prepare()
  expect(prepared).toEqual(['select "a", "b" from "t" where "t"."b" = +?'])
})

it('values of all kinds are bound, compared and given back as without it', () => {
  const bare = new Database(':memory:')
  const { client } = connectionOf(new Database(':memory:'))
  for (const one of [bare, client]) one.exec(`CREATE TABLE t (a TEXT, b INTEGER, c) ; INSERT INTO t VALUES ('1', 1, 1), ('x', NULL, '1'), ('2', 2, x'31')`)
  for (const column of ['a', 'b', 'c']) {
    for (const value of ['1', 1, 1.0, 1n, 'x', null, Buffer.from('1')]) {
      const ask = (one: Database.Database) => one.prepare(`SELECT *, typeof(?) AS type, ? AS value FROM t WHERE ${column} = ? OR ${column} IN (?) OR ${column} > ? ORDER BY b LIMIT ?`).all(value, value, value, value, value, 2)
      expect(ask(client)).toEqual(ask(bare))
    }
  }
})
