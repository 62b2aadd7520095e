import { allowedAddresses } from '#app/registers/http/allowed-address.ts'
import { guardedPool, type Resolve } from '#app/registers/http/guarded-pool.ts'

import type { SecondPlace } from './second-place.ts'
import { shippedLine } from './sign-checkpoint.ts'

const [CONNECT_MS, TIMEOUT_MS] = [5_000, 10_000]

/** `addresses`: the networks it may be found in, as 10.1.0.0/16; none: public addresses only. */
export type PostSettings = { url: string; addresses: readonly string[]; resolve?: Resolve }

/** Posts checkpoints as JSON; any 2xx says that one is kept there. The address is judged when it is connected to; redirects are not followed. */
export function postToUrl({ url, addresses, resolve }: PostSettings): SecondPlace {
  const { origin, pathname, search } = new URL(url)
  const line = guardedPool(origin, allowedAddresses(addresses), { resolve, connectMs: CONNECT_MS })
  return {
    ship: async (checkpoint) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': `${checkpoint.key}-${checkpoint.size}` }
      const body = `${shippedLine(checkpoint)}\n`
      const answer = await line.request({ method: 'POST', path: `${pathname}${search}`, headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) })
      await answer.body.dump()
      if (answer.statusCode < 200 || answer.statusCode > 299) throw new Error(`${answer.statusCode} from the second place of checkpoints`)
    },
    close: () => line.close(),
  }
}
