import { deliverMessages } from '#app/outbox/deliver-messages.ts'
import { postMessages } from '#app/outbox/post-message.ts'
import { runTimers } from '#app/use-cases/run-timers.ts'
import { openStore } from '#db/open-store.server.ts'
import type { Store } from '#db/store.ts'

import { trialEnvironment } from '../trial-environment.ts'

/* A portal's work beside the web: at the word `go` it fires timers and delivers messages until nothing is left, and says what it did. */
const [databaseUrl = '', receiver = '', now = '', mutant = ''] = process.argv.slice(2)
const kept = await openStore({ databaseUrl })
const store = mutant === 'no-leases' ? withoutLeases(kept) : kept
const env = trialEnvironment(store, () => Number(now))

/** Counts of one process. */
export type Background = { fired: number; failures: number; delivered: number }

process.on('message', () => void work().then((done) => process.send?.(done)))
process.send?.('ready')

async function work(): Promise<Background> {
  const done: Background = { fired: 0, failures: 0, delivered: 0 }
  for (let before = -1; before !== done.fired + done.delivered || (await store.outbox.pending()) > 0; ) {
    before = done.fired + done.delivered
    const { fired, failures } = await runTimers(env)
    done.fired += fired
    done.failures += failures.length
    done.delivered += await deliverMessages(store.outbox, postMessages(receiver), env.now)
  }
  return done
}

/** A store as it must not be: what it hands out it hands out to everybody. */
function withoutLeases(inner: Store): Store {
  return {
    ...inner,
    timers: { ...inner.timers, due: (at, limit) => inner.timers.due(at, limit, 0) },
    outbox: { ...inner.outbox, lease: (at, _leaseMs, limit) => inner.outbox.lease(at, 0, limit) },
  }
}
