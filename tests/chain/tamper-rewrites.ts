import type { Database } from 'better-sqlite3'

import { signCheckpoint } from '#app/checkpoints/sign-checkpoint.ts'
import { chainExisting } from '#db/sqlite/chain-existing.server.ts'
import { connectionOf } from '#db/sqlite/open-database.server.ts'

import { leafNow, rehashCase, relinkChain } from './forge.ts'
import { newKey } from './lived-database.ts'
import { anyRow, change, insert, remove, type Row, type Tamper } from './tamper.ts'

const forger = newKey()

/** An event told otherwise, still JSON. */
function falsify(database: Database, row: Row): void {
  database.prepare('UPDATE events SET actor = ? WHERE rowid = ?').run('{"kind":"staff","id":"forger","name":"Forger"}', row.rowid)
}

const placeOf = (database: Database, row: Row): number =>
  Number(database.prepare<[unknown, unknown], number>(`SELECT seq FROM chain WHERE kind = 'event' AND case_id = ? AND version = ?`).pluck().get(row['case_id'], row['version']))

const rewriteAll = (settle: (database: Database) => void): Tamper => (database, dice) => {
  const row = anyRow(database, dice, 'events')
  const within = placeOf(database, row)
  falsify(database, row)
  rehashCase(database, String(row['case_id']), Number(row['version']))
  relinkChain(database, leafNow(database))
  settle(database)
  return { reasons: ['rewritten'], within }
}

/** Signs what is there now for each checkpoint that was, with a key of one's own. */
function signAnew(database: Database): void {
  const heads = database.prepare<[], { size: number; head: string; at: number }>('SELECT seq AS size, chain.head, at FROM checkpoints JOIN chain ON seq = size').all()
  const write = database.prepare('UPDATE checkpoints SET head = :head, at = :at, key = :key, signature = :signature WHERE size = :size')
  for (const { size, head, at } of heads) write.run(signCheckpoint(forger, { size, head }, at))
}

const editCheckpoint = (column: string): Tamper => (database, dice) => {
  const row = anyRow(database, dice, 'checkpoints')
  change(database, dice, 'checkpoints', row, column)
  return { reasons: ['checkpoint_missing', 'checkpoint', 'unknown_key'], within: row.rowid }
}

/** Whoever knows how hashes are made, and has every means but the key and the second place. */
export const rewriteTampers: Readonly<Record<string, Tamper>> = {
  're-hash a case from an event on': (database, dice) => {
    const row = anyRow(database, dice, 'events')
    falsify(database, row)
    rehashCase(database, String(row['case_id']), Number(row['version']))
    return { reasons: ['replaced'], caseId: String(row['case_id']) }
  },
  're-hash everything': rewriteAll(() => {}),
  're-hash everything and drop checkpoints': rewriteAll((database) => void database.exec('DELETE FROM checkpoints')),
  're-hash everything and sign anew': rewriteAll(signAnew),
  'take a case out and chain the rest anew': (database, dice) => {
    const row = anyRow(database, dice, 'cases')
    remove(database, 'cases', row)
    database.prepare('DELETE FROM events WHERE case_id = ?').run(row['case_id'])
    database.exec('DELETE FROM chain; DELETE FROM checkpoints')
    chainExisting(connectionOf(database))
    return { reasons: ['rewritten', 'truncated'] }
  },
  'cut the tail of everything': (database, dice) => {
    const from = dice.between(2, Number(database.prepare('SELECT max(seq) FROM chain').pluck().get()))
    database.exec(`
      DELETE FROM events WHERE (case_id, version) IN (SELECT case_id, version FROM chain WHERE kind = 'event' AND seq >= ${from});
      DELETE FROM access_log WHERE id IN (SELECT entry FROM chain WHERE kind = 'access' AND seq >= ${from});
      DELETE FROM cases WHERE case_id NOT IN (SELECT case_id FROM events);
      UPDATE cases SET version = (SELECT max(version) FROM events AS e WHERE e.case_id = cases.case_id);
      DELETE FROM checkpoints WHERE size >= ${from};
      DELETE FROM chain`)
    chainExisting(connectionOf(database))
    return { reasons: ['rewritten', 'truncated'] }
  },
  'cut reads off the end': (database) => {
    const last = Number(database.prepare(`SELECT max(seq) FROM chain WHERE kind <> 'access'`).pluck().get())
    database.prepare(`DELETE FROM access_log WHERE id IN (SELECT entry FROM chain WHERE seq > ?)`).run(last)
    database.prepare('DELETE FROM chain WHERE seq > ?').run(last)
    database.prepare('DELETE FROM checkpoints WHERE size > ?').run(last)
    return { reasons: ['truncated'], seq: last + 1 }
  },
  ...Object.fromEntries(['size', 'head', 'at', 'key', 'signature'].map((column) => [`edit checkpoints.${column}`, editCheckpoint(column)])),
  'delete a checkpoint': (database, dice) => {
    const row = anyRow(database, dice, 'checkpoints')
    remove(database, 'checkpoints', row)
    return { reasons: ['checkpoint_missing'], within: row.rowid }
  },
  'sign a checkpoint with another key': (database, dice) => {
    const row = anyRow(database, dice, 'checkpoints')
    const forged = signCheckpoint({ ...forger, id: String(row['key']) }, { size: row.rowid, head: String(row['head']) }, Number(row['at']))
    database.prepare('UPDATE checkpoints SET signature = ? WHERE size = ?').run(forged.signature, row.rowid)
    return { reasons: ['checkpoint_missing'], within: row.rowid }
  },
  'insert a checkpoint': (database, dice) => {
    const [row, place] = [anyRow(database, dice, 'checkpoints'), anyRow(database, dice, 'chain', 'seq NOT IN (SELECT size FROM checkpoints)')]
    insert(database, 'checkpoints', row, { size: place.rowid, head: String(place['head']) })
    return { reasons: ['checkpoint'], within: place.rowid }
  },
}
