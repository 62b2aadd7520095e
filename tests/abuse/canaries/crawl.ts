import { policies } from '#app/http/policies.ts'

import type { Client } from '../client.ts'

/** One answer of the portal, as it came. */
export type Seen = { path: string; status: number; text: string }

type Route = { id: string; matches: RegExp; isRead: boolean }

/** Addresses of a route: `routes/cases.$ref.pay.$wait` is `/cases/…/pay/…`. */
const routes: readonly Route[] = Object.entries(policies).map(([id, { read }]) => {
  const parts = id.replace('routes/', '').replaceAll('[.]', '\u0000').split('.').filter((part) => part !== '_index')
  const path = parts.map((part) => part.replaceAll(/[|\\{}()[\]^+*?]/g, '\\$&').replace(/\$[a-z]*/g, '[^/]+').replaceAll('\u0000', '\\.')).join('/')
  return { id, matches: new RegExp(`^/${path}$`), isRead: read !== undefined }
})

/** Routes whose loaders answer at this address, the page's own last. */
export const routeAt = (path: string): string | null => routes.find(({ id, matches, isRead }) => isRead && id !== 'root' && id !== 'routes/$' && matches.test(new URL(path, 'http://x').pathname))?.id ?? null

/** The same kind of page: ids and words of the query are left out. */
const kindOf = (path: string): string => `${routeAt(path) ?? path}?${[...new URL(path, 'http://x').searchParams.keys()].sort().join('&')}`

/** Links and forms that ask, of a page. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<(?:a|area|form|img|link)\b[^>]*?\b(?:href|action|src)="(\/[^"/][^"]*|\/)"/g)].map(([, path = '']) => path.replaceAll('&amp;', '&').replace(/#.*/, '')).filter((path) => !/^\/(assets|sign-out|preferences|contracts|schema)\b/.test(path))

/** Of one kind of page, as many are read by one person. */
const OF_A_KIND = 2
const OF_CASES = 8

/** Follows every link that leads on from these pages; each page is also asked for as data. @param most pages */
export async function crawl(client: Client, starts: readonly string[], see: (seen: Seen) => void, most = 45): Promise<void> {
  const todo = [...starts]
  const known = new Set(todo)
  const kinds = new Map<string, number>()
  for (let path = todo.shift(), pages = 0; path !== undefined && pages < most; path = todo.shift()) {
    const kind = kindOf(path)
    const times = kinds.get(kind) ?? 0
    if (times >= (kind.startsWith('routes/desk.cases.$ref._index') || kind.startsWith('routes/cases.$ref') ? OF_CASES : OF_A_KIND)) continue
    kinds.set(kind, times + 1)
    pages += 1
    const page = await ask(client, path)
    see(page)
    const id = routeAt(path)
    if (id) see(await ask(client, `${path}${path.includes('?') ? '&' : '?'}_data=${encodeURIComponent(id)}`))
    for (const link of linksIn(page.text)) {
      if (known.has(link)) continue
      known.add(link)
      todo.push(link)
    }
  }
}

export async function ask(client: Client, path: string): Promise<Seen> {
  const response = await client.get(path)
  const headers = [...response.headers].map(([name, value]) => `${name}: ${decoded(value)}`).join('\n')
  return { path, status: response.status, text: `${Buffer.from(await response.arrayBuffer()).toString('utf8')}\n${headers}` }
}

/** File names stand percent-encoded in a header. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
