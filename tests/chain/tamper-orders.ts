import type { Database } from 'better-sqlite3'

import { anyRow, type Tamper } from './tamper.ts'

/** Rows that change places. */
export const orderTampers: Readonly<Record<string, Tamper>> = {
  'swap two events of a case': (database, dice) => {
    const row = anyRow(database, dice, 'events', 'version > 1')
    const [version, before] = [Number(row['version']), dice.between(1, Number(row['version']) - 1)]
    const move = database.prepare('UPDATE events SET version = ? WHERE case_id = ? AND version = ?')
    for (const [to, from] of [[-1, version], [version, before], [before, -1]]) move.run(to, row['case_id'], from)
    return { reasons: ['hash'], caseId: String(row['case_id']) }
  },
  'swap the states of two cases': (database, dice) => {
    const [one, other] = [anyRow(database, dice, 'cases', 'rowid % 2 = 0'), anyRow(database, dice, 'cases', 'rowid % 2 = 1')]
    swap(database, 'cases', 'state', one.rowid, other.rowid)
    const written = database.prepare<[unknown], number>(`SELECT max(seq) FROM chain WHERE kind = 'state' AND case_id = ?`).pluck()
    const first = Number(written.get(one['case_id'])) < Number(written.get(other['case_id'])) ? one : other
    return { reasons: ['state'], caseId: String(first['case_id']) }
  },
  'swap what two access entries say': (database, dice) => {
    const [one, other] = [anyRow(database, dice, 'access_log', 'rowid % 2 = 0'), anyRow(database, dice, 'access_log', 'rowid % 2 = 1')]
    swap(database, 'access_log', 'request', one.rowid, other.rowid)
    if (one['request'] === other['request']) swap(database, 'access_log', 'id', one.rowid, other.rowid)
    const written = database.prepare<[unknown], number>('SELECT seq FROM chain WHERE entry = ?').pluck()
    const first = Number(written.get(one['id'])) < Number(written.get(other['id'])) ? one : other
    return { reasons: ['access'], entry: String(first['id']) }
  },
  'swap two rows of the chain': (database, dice) => {
    const [one, other] = [anyRow(database, dice, 'chain', 'seq % 2 = 0'), anyRow(database, dice, 'chain', 'seq % 2 = 1')]
    const move = database.prepare('UPDATE chain SET seq = ? WHERE seq = ?')
    for (const [to, from] of [[-1, one.rowid], [one.rowid, other.rowid], [other.rowid, -1]]) move.run(to, from)
    return { reasons: ['chain'], seq: Math.min(one.rowid, other.rowid) }
  },
}

/** Exchanges a column that may be unique. */
function swap(database: Database, table: string, column: string, one: number, other: number): void {
  const read = database.prepare<[number], string>(`SELECT ${column} FROM ${table} WHERE rowid = ?`).pluck()
  const write = database.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`)
  const [first, second] = [read.get(one), read.get(other)]
  for (const [value, rowid] of [['swapping', one], [first, other], [second, one]] as const) write.run(value, rowid)
}
