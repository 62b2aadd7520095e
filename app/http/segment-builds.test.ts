import type { ServerBuild } from '@remix-run/node'
import { expect, it } from 'vitest'

import { segmentBuilds } from './segment-builds.ts'

const route = (id: string, path?: string) => [id, { id, path }] as const
const routes = Object.fromEntries([
  route('root', ''), route('routes/$', '*'), route('routes/_index'), route('routes/cases._index', 'cases'), route('routes/cases.$ref', 'cases/:ref'), route('routes/apply.$draft', 'apply/:draft'), route('routes/any', ':any'),
])
// Trusted: nothing else of a build is looked at.
const build = { routes, assets: { routes, url: '/manifest.js' } } as unknown as ServerBuild

it.each([
  ['/cases', ['root', 'routes/$', 'routes/cases._index', 'routes/cases.$ref']],
  ['/cases/2026-AB', ['root', 'routes/$', 'routes/cases._index', 'routes/cases.$ref']],
  ['/apply/1/x', ['root', 'routes/$', 'routes/apply.$draft']],
])('%s is served by a build with its own routes', (path, ids) => {
  const part = segmentBuilds(build)(path)
  expect(Object.keys(part.routes).sort()).toEqual([...ids].sort())
  expect(Object.keys(part.assets.routes).sort()).toEqual([...ids].sort())
  expect(part.assets.url).toBe('/manifest.js')
})

it.each(['/', '/unknown', '/__manifest', '', '/CASES', '/__proto__', '/constructor'])('%s is served by the whole', (path) => {
  expect(segmentBuilds(build)(path)).toBe(build)
})
