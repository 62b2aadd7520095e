import {
  bulkhead,
  circuitBreaker,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleAll,
  handleWhen,
  isTaskCancelledError,
  retry,
  timeout,
  TimeoutStrategy,
} from 'cockatiel'

import { AT_ONCE, FAILURES, GIVEN_UP_MS, MORE_TRIES, PAUSE_MS, READ_MS, TRY_MS, WAITING } from './limits.ts'
import { NoAnswer } from './read-failure.ts'

/** One try; `order` counts from 1, and `signal` ends it. */
export type Try<T> = (order: number, signal: AbortSignal) => Promise<T>

/**
 * How one register is treated, whoever reads: kept for as long as the portal runs, since it remembers failures.
 *
 * From outside in: time for the read; tries; a free place; whether it is given up; time for the try. A try that has begun
 * goes on when its reader leaves, and counts by how it ends: otherwise people who close a page could make a good register
 * look bad, or a bad one good. One that has not begun never begins, since nobody would use what it brings.
 * The returned function throws what the last try threw, or an error of cockatiel's.
 */
export function patience(): <T>(attempt: Try<T>, signal: AbortSignal) => Promise<T> {
  const wait = timeout(READ_MS, TimeoutStrategy.Aggressive)
  const pause = new DelegateBackoff(() => Math.random() * PAUSE_MS)
  const mayHelp = handleWhen((error) => (error instanceof NoAnswer ? error.again : isTaskCancelledError(error)))
  const tries = retry(mayHelp, { maxAttempts: MORE_TRIES, backoff: pause })
  const places = bulkhead(AT_ONCE, WAITING)
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: GIVEN_UP_MS, breaker: new ConsecutiveBreaker(FAILURES) })
  const time = timeout(TRY_MS, TimeoutStrategy.Aggressive)

  const tryOnce = <T>(attempt: Try<T>, order: number, left: AbortSignal): Promise<T> =>
    places.execute(() => {
      if (left.aborted) throw new NoAnswer('nobody waits', false)
      return breaker.execute(() => time.execute(({ signal }) => attempt(order, signal)))
    })

  return (attempt, signal) =>
    wait.execute(({ signal: left }) => tries.execute((context) => tryOnce(attempt, context.attempt + 1, left), left), signal)
}
