/** A request of a load, and what its answer must be: a wrong one makes the figure worthless. */
export type Asking = {
  method: 'GET' | 'POST'
  /** Here and in the body places are filled in for each request: see `filledIn`. */
  path: string
  headers: Record<string, string>
  body?: string
  expect: Expected
}

/** @param bytes fewest and most, of the body @param leadsTo where a redirect goes */
export type Expected = { status: number; bytes?: readonly [number, number]; contains?: readonly string[]; leadsTo?: string }

/** A load: the requests again and again, in order, in so many hands at once. */
export type Load = { url: string; askings: readonly Asking[]; requests: number; hands: number; /** The number of the first request. */ from?: number }

/** @param latencies ms of each request */
export type Loaded = { seconds: number; latencies: number[] }

/** @returns what is wrong with an answer; null: nothing */
export function wrongWith({ status, bytes, contains, leadsTo }: Expected, given: { status: number; location: string; text: string }): string | null {
  if (given.status !== status) return `status ${given.status} instead of ${status}: ${given.text.slice(0, 200)}`
  if (leadsTo !== undefined && given.location !== leadsTo) return `leads to ${given.location} instead of ${leadsTo}`
  const length = Buffer.byteLength(given.text)
  if (bytes && (length < bytes[0] || length > bytes[1])) return `${length} bytes instead of ${bytes.join(' to ')}`
  const missing = contains?.find((part) => !given.text.includes(part))
  return missing === undefined ? null : `no ${missing} in it`
}

/** An id for each number, that looks like any other. */
export const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** @param text `{n}` stands for the number of a request, `{id}` for `idOf` it, `{small}` for something from 10 to 409 */
export const filledIn = (text: string, number: number): string =>
  text.replaceAll('{n}', String(number)).replaceAll('{id}', idOf(number)).replaceAll('{small}', String(10 + (number % 400)))
