import { defer } from '@remix-run/node'

/**
 * What a loader hands to its page, as it is: `json` would write it down as text that is read again at once, for every page and its frame.
 * Only what JSON can say, so that a script that asks for the data alone reads the same: the compiler refuses anything else.
 * @param init status and headers of the answer
 */
export const pageData = <Data extends Record<string, unknown>>(data: Data & Plain<Data>, init: ResponseInit = {}) => defer<Data>(data, init)

/** What is no longer itself once it was written as JSON has no place here: `never` fits nothing. */
type Plain<Value> = Value extends Lost ? never : Value extends object ? { [Key in keyof Value]: Plain<Value[Key]> } : Value
type Lost = Date | Promise<unknown> | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown> | Uint8Array | bigint | symbol | ((...all: never[]) => unknown)

/** The status that a loader gave with its data; null for anything else. */
export function pageStatus(said: unknown): number | null {
  if (typeof said !== 'object' || said === null || !('resolveData' in said)) return null
  // Trusted: only what `pageData` makes can be resolved.
  return (said as { init?: ResponseInit }).init?.status ?? 200
}

/** A script asked for the data of a page alone: Remix answers with a type of its own, and with ends of lines after each part. */
export const isPageData = (response: Response): boolean => response.headers.get('Content-Type') === 'text/remix-deferred'

/** The same as JSON, which it is. */
export async function asJson(response: Response): Promise<Response> {
  const headers = new Headers(response.headers)
  headers.set('Content-Type', 'application/json; charset=utf-8')
  return new Response((await response.text()).trimEnd(), { status: response.status, headers })
}
