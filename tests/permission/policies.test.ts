import type { ServerBuild } from '@remix-run/node'
import { describe, expect, test } from 'vitest'

import { guardRoutes, unstatedRoutes } from '#app/http/guard-routes.server.ts'
import { policies } from '#app/http/policies.ts'

type Module = ServerBuild['routes'][string]['module']

const modules = import.meta.glob<Module>(['../../app/routes/*/route.{ts,tsx}', '../../app/root.tsx'], { eager: true })
const idOf = (path: string): string => path.replace(/^.*\/app\//, '').replace(/(\/route)?\.tsx?$/, '')

/** The routes as the build has them, without building. */
const build = { routes: Object.fromEntries(Object.entries(modules).map(([path, module]) => [idOf(path), { id: idOf(path), path: '', module }])) } as unknown as ServerBuild

describe('the register of routes', () => {
  test('holds every route there is, and none that is not', () => {
    expect(Object.keys(build.routes).length).toBeGreaterThan(50)
    expect(unstatedRoutes(build, policies)).toEqual([])
  })

  test.each(Object.keys(policies))('is missed without %s', (id) => {
    const { [id]: _left, ...others } = policies
    expect(unstatedRoutes(build, others).length).toBeGreaterThan(0)
    expect(() => guardRoutes(build, others)).toThrow(id)
  })

  test('notices an action that nobody thought about, and one that is gone', () => {
    const written = { routes: { 'routes/help': { module: { loader: () => null, action: () => null } } } } as unknown as ServerBuild
    expect(unstatedRoutes(written, { 'routes/help': policies['routes/help']! })).toEqual(['routes/help (write)'])
    expect(unstatedRoutes({ routes: {} }, { 'routes/help': policies['routes/help']! })).toEqual(['routes/help (read)'])
  })

  test('says whose it is wherever an address names somebody’s own', () => {
    const named = Object.keys(policies).filter((id) => /\$(draft|ref|code)|files\.\$id|access\.\$id/.test(id))
    const open = ['routes/notices.$ref', 'routes/verify.$code']
    expect(named.filter((id) => !policies[id]?.owned)).toEqual(open)
  })
})
