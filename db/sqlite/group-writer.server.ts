import Sqlite, { type Database } from 'better-sqlite3'

/**
 * Runs `work` in a transaction and answers when it is on the disk. What it throws takes back what it wrote, and nothing else. It only writes: beside
 * one that fails it is taken back too, and done again.
 */
export type Write = <T>(work: () => T) => Promise<T>
export type GroupWriter = { write: Write; flush(): void }

type Waiting = { run: () => void; done: () => void; failed: (error: unknown) => void; error: Failure | null; until: number }
type Failure = { thrown: unknown }
/** All of a group in one transaction. What stopped all of it; what stopped one of them stands with that one. */
type Transact = (group: readonly Waiting[]) => Failure | null

/** How long to wait for another process that writes, in ms. */
export const BUSY_MS = 5000
const AGAIN_MS = 5

/**
 * Group commit: whatever waits to be written when the event loop comes round is written in one transaction, with one fsync, and
 * each is answered after it. When one fails, all are taken back and done again, each as a savepoint of its own, so that the others stand: as long as
 * none fails nobody pays for savepoints, which copy every page. When the transaction itself fails (the disk is full), all of them fail: nothing was
 * acknowledged. While another process holds the file they wait, and the event loop does not: pages are read meanwhile.
 * @param patienceMs after which who waits is told
 */
export function groupWriter(client: Database, patienceMs = BUSY_MS): GroupWriter {
  let waiting: Waiting[] = []
  const transact = prepareTransact(client, () => client.exec('BEGIN IMMEDIATE'))
  const transactNow = prepareTransact(client, prepareBeginNow(client))
  const flush = (write: Transact = transact): void => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    const stopped = write(group)
    const waitsOn = isBusy(stopped) && write === transactNow ? group.filter(({ until }) => performance.now() < until) : []
    answer(group.filter((one) => !waitsOn.includes(one)), stopped)
    waiting = waitsOn
    if (waiting.length > 0) setTimeout(flush, AGAIN_MS, transactNow)
  }
  const write: Write = (work) =>
    new Promise((resolve, reject) => {
      let value: ReturnType<typeof work>
      // whoever waits already has seen to it
      if (waiting.length === 0) setImmediate(flush, transactNow)
      waiting.push({ run: () => void (value = work()), done: () => resolve(value), failed: reject, error: null, until: performance.now() + patienceMs })
    })
  return { write, flush: () => flush() }
}

function answer(group: readonly Waiting[], stopped: Failure | null): void {
  for (const { done, failed, error } of group) {
    const failure = stopped ?? error
    if (failure) failed(failure.thrown)
    else done()
  }
}

function prepareTransact(client: Database, begin: () => void): Transact {
  const [commit, rollback] = [client.prepare('COMMIT'), client.prepare('ROLLBACK')]
  const alone = client.transaction((one: Waiting) => one.run())
  const within = (work: () => void): Failure | null => {
    const failure = caught(() => {
      begin()
      work()
      commit.run()
    })
    if (client.inTransaction) rollback.run()
    return failure
  }
  return (group) => {
    let running: Waiting | null = null
    const failure = within(() => {
      for (running of group) running.run()
      running = null
    })
    if (running === null || group.length === 1) return failure
    return within(() => group.forEach((one) => attempt(client, alone, one)))
  }
}

/** Begins, or is told at once that another process holds the file: SQLite would wait for it in this thread. */
function prepareBeginNow(client: Database): () => void {
  // executed, not asked: client.pragma makes a function for its rows each time, which costs a fifth of a commit
  const patient = `PRAGMA busy_timeout = ${client.pragma('busy_timeout', { simple: true }) as number}`
  const begin = `PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ${patient}`
  return () => {
    try {
      client.exec(begin)
    } catch (error) {
      client.exec(patient)
      throw error
    }
  }
}

const isBusy = (failure: Failure | null): boolean => failure?.thrown instanceof Sqlite.SqliteError && failure.thrown.code.startsWith('SQLITE_BUSY')

/** One savepoint. An error after which SQLite has taken everything back ends the group. */
function attempt(client: Database, alone: (one: Waiting) => void, one: Waiting): void {
  one.error = caught(() => alone(one))
  if (one.error && !client.inTransaction) throw one.error.thrown
}

function caught(run: () => void): Failure | null {
  try {
    run()
    return null
  } catch (thrown) {
    return { thrown }
  }
}
