import { Worker } from 'node:worker_threads'

export type Question = { id: number; sql: string; bound: object }
export type Answer = { id: number; rows: unknown[] } | { id: number; error: unknown }

/** Asks for all rows of a statement with named parameters, off the web's thread: there, better-sqlite3 stops every request until it is done. */
export type Ask = <Row>(sql: string, bound: object) => Promise<Row[]>
export type Reports = { ask: Ask; close(): Promise<void> }

type Waiting = { resolve: (rows: unknown[]) => void; reject: (error: unknown) => void }

/** The thread is started by the first question, and again after it died. @param path of the database file, which is there already */
export function openReports(path: string): Reports {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let asked = 0
  const failAll = (error: unknown): void => {
    worker = null
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  const started = (): Worker => {
    if (worker) return worker
    const made = new Worker(new URL('./report-worker.server.ts', import.meta.url), { workerData: path })
    made.on('message', (answer: Answer) => {
      settle(waiting, answer)
      if (waiting.size === 0) made.unref()
    })
    made.on('error', failAll)
    made.on('exit', () => made === worker && failAll(new Error('the thread for reports ended')))
    return (worker = made)
  }
  const ask = <Row>(sql: string, bound: object): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      const id = (asked += 1)
      // trusted: rows are what the statement selects
      waiting.set(id, { resolve: (rows) => resolve(rows as Row[]), reject })
      // what was asked keeps the process alive, what may still be asked does not
      started().ref()
      started().postMessage({ id, sql, bound } satisfies Question)
    })
  return {
    ask,
    close: async () => {
      await worker?.terminate()
    },
  }
}

function settle(waiting: Map<number, Waiting>, answer: Answer): void {
  const one = waiting.get(answer.id)
  waiting.delete(answer.id)
  if ('rows' in answer) one?.resolve(answer.rows)
  else one?.reject(answer.error)
}
