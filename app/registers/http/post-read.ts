import { type Dispatcher, errors } from 'undici'

import { SIGNATURE_HEADER } from './contract.ts'
import { RefusedAddress } from './guarded-pool.ts'
import { ANSWER_BYTES } from './limits.ts'
import { NoAnswer, WrongAnswer } from './read-failure.ts'

export type Signed = { body: Uint8Array; signature: string }

/** What the register may mend by itself within a moment. */
const PASSING = new Set([408, 429, 500, 502, 503, 504])

/**
 * Posts a signed body and gives the signed answer as it came, not judged yet. Redirects are not followed.
 * Throws `NoAnswer` when there is none, `WrongAnswer` when it is too long, not JSON or not signed.
 */
export async function postRead(line: Dispatcher, path: string, { body, signature }: Signed, signal: AbortSignal): Promise<Signed> {
  try {
    const headers = { Authorization: `Bearer ${signature}`, 'Content-Type': 'application/json', Accept: 'application/json' }
    const answer = await line.request({ method: 'POST', path, signal, body, headers })
    if (answer.statusCode !== 200) return await refused(answer)
    return { signature: signatureOf(answer), body: await answer.body.bytes() }
  } catch (error) {
    throw failureOf(error)
  }
}

/** The rest is read, so that the connection can be used again. */
async function refused({ statusCode, body }: Dispatcher.ResponseData): Promise<never> {
  await body.dump()
  throw new NoAnswer(`status ${statusCode}`, PASSING.has(statusCode))
}

function signatureOf({ headers, body }: Dispatcher.ResponseData): string {
  const signature = headers[SIGNATURE_HEADER]
  if (/^application\/json *(;|$)/i.test(String(headers['content-type'])) && typeof signature === 'string') return signature
  body.destroy()
  throw new WrongAnswer(typeof signature === 'string' ? 'not JSON' : 'not signed')
}

/** Everything that undici, the network or the name service can throw, by what it means here. */
function failureOf(error: unknown): Error {
  if (error instanceof NoAnswer || error instanceof WrongAnswer) return error
  if (error instanceof errors.ResponseExceededMaxSizeError) return new WrongAnswer(`more than ${ANSWER_BYTES} bytes`)
  if (error instanceof RefusedAddress) return new NoAnswer(error.message, false)
  if (error instanceof Error) return new NoAnswer('code' in error ? String(error.code) : error.name, true)
  return new NoAnswer('broken off', true)
}
