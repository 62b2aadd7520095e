import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { postgresTables, type PostgresTables } from '#tests/contract/postgres-tables.ts'

import { type Database, openDatabase, type Session } from './database.server.ts'

let tables: PostgresTables
let database: Database
beforeAll(async () => {
  tables = await postgresTables()
  database = openDatabase(tables.url, 2)
})
afterAll(() => Promise.all([database.close(), tables.end()]))

const fail = (code: string) => ({ text: `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$` })
const mark = (session: Session, key: string) => session.query({ text: 'INSERT INTO idempotency VALUES ($1, $1, $1)', values: [key] })
const isMarked = async (key: string) => (await tables.client.query('SELECT 1 FROM idempotency WHERE key = $1', [key])).rows.length === 1

describe('a transaction', () => {
  it('is undone when what is done in it fails, and its connection goes on', async () => {
    await expect(database.transaction(async (session) => {
      await mark(session, 'undone')
      await session.query(fail('23514'))
    })).rejects.toThrow('no')
    expect(await isMarked('undone')).toBe(false)
    await database.transaction((session) => mark(session, 'done'))
    expect(await isMarked('done')).toBe(true)
  })

  it.each(['40001', '40P01'])('is made again when the server gave it up: %s', async (code) => {
    let tries = 0
    await database.transaction(async (session) => {
      await mark(session, code)
      if ((tries += 1) < 3) await session.query(fail(code))
    })
    expect(tries).toBe(3)
    expect(await isMarked(code)).toBe(true)
  })

  it('is given up in the end', async () => {
    let tries = 0
    await expect(database.transaction(async (session) => {
      tries += 1
      await session.query(fail('40001'))
    })).rejects.toThrow('no')
    expect(tries).toBe(5)
  })

  it('whose connection is cut between two statements rejects, and ends nothing else', async () => {
    await expect(database.transaction(async (session) => {
      await mark(session, 'cut')
      const { rows } = await session.query({ text: 'SELECT pg_backend_pid() AS pid' })
      await tables.client.query('SELECT pg_terminate_backend($1, 5000)', [rows[0].pid])
      // until this side has heard of it
      while (await session.query({ text: 'SELECT 1' }).then(() => true, () => false));
      await session.query({ text: 'SELECT 1' })
    })).rejects.toThrow()
    expect(await isMarked('cut')).toBe(false)
    expect((await database.query({ text: 'SELECT 1 AS one' })).rows).toEqual([{ one: 1 }])
  })
})

describe('a connection', () => {
  it('waits for nobody for long', async () => {
    const { rows } = await database.query({ text: `SELECT name, setting FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'application_name') ORDER BY name` })
    expect(rows.map(({ name, setting }: { name: string; setting: string }) => `${name} ${setting}`)).toEqual([
      'application_name onetrip', 'idle_in_transaction_session_timeout 10000', 'lock_timeout 5000', 'statement_timeout 5000',
    ])
  })
})
