import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'

import { migrate, readMigrations } from './migrate.server.ts'

const ROWS = `
  VALUES ('2026-01-31', 'trial', 'lead', '', 'office', 3, 2), ('2026-02-01', 'trial', 'lead', '', 'office', 3, 4), ('2026-02-28', 'trial', 'lead', '', 'office', 3, 8),
    ('2026-02-28', 'trial', 'lead', '', 'office', 0.5, 1), ('2026-02-28', 'trial', 'lead', 'review', 'office', 3, 1), ('2026-02-28', 'other', 'lead', '', 'office', 3, 1)`
const ADD = 'INSERT INTO turnarounds VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count'
const SUMS = 'SELECT substr(day, 1, 7), service, department, step, whose, days, sum(count) FROM turnarounds GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6'

let client: Database.Database
beforeEach(() => {
  client = new Database(':memory:')
})

const rowsOf = (sql: string): unknown[] => client.prepare(sql).raw().all()
const kept = () => rowsOf('SELECT * FROM turnaround_months ORDER BY 1, 2, 3, 4, 5, 6')

describe('turnarounds by month', () => {
  it('are filled from the days that are there already', () => {
    migrate(client, readMigrations().filter(({ number }) => number < 12))
    client.exec(`INSERT INTO turnarounds ${ROWS}`)
    migrate(client, readMigrations())
    expect(kept()).toHaveLength(5)
    expect(kept()).toEqual(rowsOf(SUMS))
    expect(kept()).toContainEqual(['2026-02', 'trial', 'lead', '', 'office', 3, 12])
  })

  it('are kept up with every day, new or counted before', () => {
    migrate(client, readMigrations())
    client.exec(`INSERT INTO turnarounds ${ROWS}`)
    const add = client.prepare(ADD)
    for (const day of ['2026-02-28', '2026-02-28', '2026-02-27', '2026-03-01']) add.run(day, 'trial', 'lead', '', 'office', 3, 5)
    expect(kept()).toContainEqual(['2026-02', 'trial', 'lead', '', 'office', 3, 27])
    expect(kept()).toEqual(rowsOf(SUMS))
  })

  it('go back with a transaction that goes back', () => {
    migrate(client, readMigrations())
    client.exec(`INSERT INTO turnarounds ${ROWS}`)
    const before = kept()
    client.exec('BEGIN')
    client.prepare(ADD).run('2026-02-28', 'trial', 'lead', '', 'office', 3, 5)
    client.exec('ROLLBACK')
    expect(kept()).toEqual(before)
  })
})
