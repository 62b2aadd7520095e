import type { Database } from 'better-sqlite3'

/** Runs `work` in a transaction and answers when it is on the disk. What it throws takes back what it wrote, and nothing else. */
export type Write = <T>(work: () => T) => Promise<T>
export type GroupWriter = { write: Write; flush(): void }

type Waiting = { run: () => void; done: () => void; failed: (error: unknown) => void; error: Failure | null }
type Failure = { thrown: unknown }

/**
 * Group commit: whatever waits to be written when the event loop comes round is written in one transaction, with one fsync, and
 * each is answered after it. Each is a savepoint of its own, so that one that fails leaves the others standing. When the
 * transaction itself fails (the disk is full, another process holds the file), all of them fail: nothing was acknowledged.
 */
export function groupWriter(client: Database): GroupWriter {
  let waiting: Waiting[] = []
  const alone = client.transaction((one: Waiting) => one.run())
  const together = client.transaction((all: readonly Waiting[]) => {
    for (const one of all) attempt(client, alone, one)
  })
  const flush = (): void => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    const thrown = caught(() => (group.length === 1 ? group.forEach((one) => alone.immediate(one)) : together.immediate(group)))
    for (const { done, failed, error } of group) {
      const failure = thrown ?? error
      if (failure) failed(failure.thrown)
      else done()
    }
  }
  const write: Write = (work) =>
    new Promise((resolve, reject) => {
      let value: ReturnType<typeof work>
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({ run: () => void (value = work()), done: () => resolve(value), failed: reject, error: null })
    })
  return { write, flush }
}

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
