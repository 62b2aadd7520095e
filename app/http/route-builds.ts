import type { ServerBuild } from '@remix-run/node'

type Route = ServerBuild['routes'][string]

/** A route that can be told by its parts: words, and parameters that take a whole part each. */
type Shape = { id: string; parts: readonly (string | null)[] }

/**
 * The same build in parts, one for each route, with the page's frame. Remix sorts and compiles all routes it was given three times a
 * request: with all of ours that was a fifth of a page's time.
 * @returns the part that serves a path; null: the whole has to, for paths that are written in an unusual way, or that nothing serves
 */
export function routeBuilds(build: ServerBuild): (pathname: string) => { id: string; build: ServerBuild } | null {
  const byLength = Map.groupBy(Object.values(build.routes).flatMap(shapeOf), ({ parts }) => parts.length)
  const builds = new Map<string, ServerBuild>()
  return (pathname) => {
    if (!PLAIN.test(pathname)) return null
    const parts = partsOf(pathname)
    const id = mostWords((byLength.get(parts.length) ?? []).filter((shape) => fits(shape, parts)))
    if (id === null) return null
    const part = builds.get(id) ?? partOf(build, id)
    builds.set(id, part)
    return { id, build: part }
  }
}

/** Nothing that Remix would decode, ignore or tell from an ending: `/cases/2026-AB/receipt`. */
const PLAIN = /^(?:\/|(?:\/[\w~:-]+)+)$/

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '')

/** What answers everything else is found by the whole, and so is what an ending tells apart. */
function shapeOf({ id, path = '' }: Route): Shape[] {
  if (id === 'root' || /[*?.]/.test(path)) return []
  return [{ id, parts: partsOf(path).map((part) => (part.startsWith(':') ? null : part)) }]
}

const fits = ({ parts }: Shape, asked: readonly string[]): boolean => parts.every((part, at) => part === null || part === asked[at])

/** As Remix chooses: a word counts more than a parameter. @returns null when two are alike, or none is there */
function mostWords(shapes: readonly Shape[]): string | null {
  const words = ({ parts }: Shape): number => parts.filter((part) => part !== null).length
  const [best, next] = shapes.toSorted((one, other) => words(other) - words(one))
  return !best || (next && words(next) === words(best)) ? null : best.id
}

function partOf(build: ServerBuild, id: string): ServerBuild {
  const only = <Kind>(routes: Readonly<Record<string, Kind>>): Record<string, Kind> => Object.fromEntries(Object.entries(routes).filter(([name]) => name === 'root' || name === id))
  // scripts ask for the routes that they miss at /__manifest, which the whole build answers
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } }
}
