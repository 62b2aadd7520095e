import type { ActionFunctionArgs, ServerBuild } from '@remix-run/node'

/** The part of a load context that is told which route answers. */
export type Routed = { tellRoute(id: string): void }

type Module = ServerBuild['routes'][string]['module']
type Handler = NonNullable<Module['loader'] | Module['action']>

/** The same build, whose routes say in the load context who they are: an address would say who is asking, too. */
export function observeRoutes(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => [id, id === 'root' ? route : { ...route, module: observed(id, route.module) }] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

const observed = (id: string, module: Module): Module => ({
  ...module,
  ...(module.loader && { loader: telling(id, module.loader) }),
  ...(module.action && { action: telling(id, module.action) }),
})

function telling<Known extends Handler>(id: string, handler: Known): Known {
  const told = (args: ActionFunctionArgs, ...rest: unknown[]): unknown => {
    // Trusted: server.ts makes this value, and Remix types it as anything.
    ;(args.context as Routed).tellRoute(id)
    return (handler as (...all: unknown[]) => unknown)(args, ...rest)
  }
  // Loaders and actions take and give the same things under two names; `hydrate` and the like stay on the handler.
  return Object.assign(told, handler) as unknown as Known
}
