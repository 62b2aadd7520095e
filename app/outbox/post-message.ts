import type { Deliver } from './deliver-messages.ts'

const TIMEOUT_MS = 10_000

/** Posts messages as JSON to the address the operator set; the message's id is the idempotency key. */
export const postMessages = (url: string): Deliver => async (message) => {
  const { id, topic, to, params, at } = message
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id },
    body: JSON.stringify({ id, topic, to, params, at: new Date(at).toISOString() }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`${response.status} from the outbox's receiver`)
}
