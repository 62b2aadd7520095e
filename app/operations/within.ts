import { setTimeout as wait } from 'node:timers/promises'

/** What is awaited, or an error once `ms` have passed: whatever it is goes on, and is not waited for. */
export async function within<Result>(ms: number, awaited: Promise<Result>): Promise<Result> {
  const timer = new AbortController()
  const late = wait(ms, null, { signal: timer.signal }).then(() => {
    throw new Error(`no answer within ${ms} ms`)
  })
  // Ended below by an abort, which is nobody's failure.
  late.catch(() => {})
  try {
    return await Promise.race([awaited, late])
  } finally {
    timer.abort()
  }
}
