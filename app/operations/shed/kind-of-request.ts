import type { RequestKind } from './load.ts'

/** A request before anybody has looked into it. */
export type Asked = { method: string; path: string; cookie: string | undefined }

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])
const EXPORT = /\.(?:csv|json|jsonld)$/
const BOARD = /^\/(?:board|steward)(?:\/|$)/
const CATALOGUE = /^\/(?:services|data|notices|help)(?:\/|$)/
/** Names of the secrets that a browser holds for somebody: `secret-cookie.server.ts`. */
const SECRET = /(?:^|;\s*)(?:__Host-)?onetrip(?:_(?:session|sign_in|kept_form))?=/

/** What a request is worth, by what it says of itself: nothing is read for it. Who invents a session is let in a little longer, and no further. */
export function kindOfRequest({ method, path, cookie }: Asked): RequestKind {
  if (EXPORT.test(path)) return 'export'
  if (!READING.has(method)) return 'form'
  if (BOARD.test(path)) return 'board'
  if (cookie !== undefined && SECRET.test(cookie)) return 'page'
  return CATALOGUE.test(path) ? 'catalogue' : 'guest'
}
