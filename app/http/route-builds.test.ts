import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/router'
import fc from 'fast-check'
import { expect, it } from 'vitest'

import { routeBuilds } from './route-builds.ts'

const PATHS = [
  undefined, 'cases', 'cases/:ref', 'cases/:ref/letter', 'cases/:ref/pay/:wait', 'apply/:draft', 'apply/:draft/:question', 'apply/:draft/review', 'apply/:draft/wrong/:field',
  'certificates/:code.pdf', 'desk', 'desk/find', 'desk/cases/:ref', 'board/export.csv', 'sign-in/:provider', 'sign-in/more', 'data.jsonld', 'data/:register', 'data/dictionary', '*',
]
const routes = Object.fromEntries([{ id: 'root', path: '' }, ...PATHS.map((path) => ({ id: `routes/${path}`, path, index: path === undefined }))].map((route) => [route.id, route]))
// Trusted: nothing else of a build is looked at.
const build = { routes, assets: { routes, url: '/manifest.js' } } as unknown as ServerBuild
const buildOf = routeBuilds(build)

it.each([
  ['/cases', 'routes/cases'],
  ['/cases/2026-AB', 'routes/cases/:ref'],
  ['/apply/1/x', 'routes/apply/:draft/:question'],
  ['/apply/1/review', 'routes/apply/:draft/review'],
  ['/', 'routes/undefined'],
])('%s is served by its own route in the frame', (path, id) => {
  const part = buildOf(path)
  expect(part?.id).toBe(id)
  expect(Object.keys(part?.build.routes ?? {})).toEqual(['root', id])
  expect(Object.keys(part?.build.assets.routes ?? {})).toEqual(['root', id])
  expect(part?.build.assets.url).toBe('/manifest.js')
  expect(buildOf(path)?.build).toBe(part?.build)
})

it.each(['/unknown', '/__manifest', '', '//', '/cases/', '//cases', '/CASES', '/cases/a%2Fb', '/data.jsonld', '/certificates/AB.pdf', '/board/export.csv', '/__proto__', '/constructor', '/cases/新', '/cases/a.b'])('%s is left to the whole', (path) => {
  expect(buildOf(path)).toBeNull()
})

it('chooses what Remix would choose', () => {
  const all = [{ id: 'root', path: '', children: PATHS.map((path) => ({ id: `routes/${path}`, path, index: path === undefined })) }] as Parameters<typeof matchRoutes>[0]
  const part = fc.constantFrom(...new Set(PATHS.flatMap((path) => path?.split('/') ?? [])), 'x', '2026-AB', 'CASES', '')
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const path = `/${parts.join('/')}`
      const chosen = buildOf(path)
      fc.pre(chosen !== null)
      expect(chosen?.id).toBe(matchRoutes(all, path)?.at(-1)?.route.id)
    }),
    { numRuns: 300 },
  )
})
