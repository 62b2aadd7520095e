import { parentPort, workerData } from 'node:worker_threads'

import Database, { type Statement } from 'better-sqlite3'

import type { Answer, Question } from './reports.server.ts'

/* Asks a database what may take long, on a thread of its own with a connection of its own, which can only read. */

const client = new Database(String(workerData), { readonly: true })
// KiB. Years of counters are more than SQLite's own 2 MB, and what is read in a row through too small a cache is never found in it again.
client.pragma('cache_size = -32768')
const statements = new Map<string, Statement<[object]>>()

parentPort?.on('message', ({ id, sql, bound }: Question) => parentPort?.postMessage(answerTo(id, sql, bound)))

function answerTo(id: number, sql: string, bound: object): Answer {
  try {
    const statement = statements.get(sql) ?? client.prepare<[object]>(sql)
    statements.set(sql, statement)
    return { id, rows: statement.all(bound) }
  } catch (error) {
    return { id, error }
  }
}
