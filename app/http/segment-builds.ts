import type { ServerBuild } from '@remix-run/node'

/** Every page's frame, and the route that answers what no other does. */
const EVERYWHERE = new Set(['root', 'routes/$'])

/**
 * The same build in parts, one for each first segment of a path. Remix sorts and compiles all routes it was given three times a
 * request: with all of ours that was a fifth of a page's time. @returns the build that serves a path (`/apply/…` by that of `apply`)
 */
export function segmentBuilds(build: ServerBuild): (pathname: string) => ServerBuild {
  const bySegment = new Map<string, Set<string>>()
  for (const [id, { path }] of Object.entries(build.routes)) {
    const segment = firstSegment(`/${path ?? ''}`)
    if (EVERYWHERE.has(id) || segment === '' || segment.startsWith(':')) continue
    bySegment.set(segment, (bySegment.get(segment) ?? new Set(EVERYWHERE)).add(id))
  }
  const parts = new Map([...bySegment].map(([segment, ids]) => [segment, partOf(build, ids)] as const))
  return (pathname) => parts.get(firstSegment(pathname)) ?? build
}

const firstSegment = (pathname: string): string => pathname.split('/', 2)[1] ?? ''

function partOf(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
  const only = <Route>(routes: Readonly<Record<string, Route>>): Record<string, Route> => Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  // scripts ask for the routes that they miss at /__manifest, which the whole build answers
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
