import type { ActionFunction, ActionFunctionArgs, LoaderFunction, ServerBuild } from '@remix-run/node'

import { may } from '#app/kernel/permission.ts'
import { keepWithin } from '#app/limits/keep-within.server.ts'
import { addressOf, portalOf } from '#app/portal.server.ts'

import { actorOf, requireActor } from './actor.server.ts'
import { boundForm } from './bound-form.server.ts'
import { notFound } from './not-found.ts'
import { noteAnswer } from './note-answer.server.ts'
import type { Policy, Right } from './policies.ts'

type Module = ServerBuild['routes'][string]['module']

/**
 * The same build, with every loader and action behind its policy. Throws when one has none, naming it: a route that
 * nobody thought about is not served.
 */
export function guardRoutes(build: ServerBuild, policies: Readonly<Record<string, Policy>>): ServerBuild {
  const unstated = unstatedRoutes(build, policies)
  if (unstated.length > 0) throw new Error(`app/http/policies.ts does not say who may come to: ${unstated.join(', ')}`)
  const routes = Object.entries(build.routes).map(([id, route]) => [id, { ...route, module: guarded(id, route.module, policies[id] ?? {}) }] as const)
  return { ...build, routes: Object.fromEntries(routes) }
}

/** Loaders and actions for which no policy is stated, and policies for which there is none. */
export function unstatedRoutes(build: Pick<ServerBuild, 'routes'>, policies: Readonly<Record<string, Policy>>): string[] {
  const ids = [...new Set([...Object.keys(build.routes), ...Object.keys(policies)])].sort()
  return ids.flatMap((id) => {
    const [module, policy] = [build.routes[id]?.module, policies[id]]
    return [
      ...(Boolean(module?.loader) === Boolean(policy?.read) ? [] : [`${id} (read)`]),
      ...(Boolean(module?.action) === Boolean(policy?.write) ? [] : [`${id} (write)`]),
    ]
  })
}

function guarded(id: string, module: Module, { read, write }: Policy): Module {
  return {
    ...module,
    ...(module.loader && read ? { loader: behind(id, read, module.loader) } : {}),
    ...(module.action && write ? { action: behind(id, write, module.action) } : {}),
  }
}

function behind<Handler extends LoaderFunction | ActionFunction>(id: string, rights: readonly Right[], handler: Handler): Handler {
  // It runs beside every page's own loader, for anybody, and reads who is there itself: one request is counted once.
  if (id === 'root') return handler
  const open = (actor: Parameters<typeof may>[0]): boolean => rights.some(({ action, purpose }) => may(actor, action, null, purpose))
  const isPublic = open(null)
  const guardedHandler = async (args: ActionFunctionArgs, ...rest: unknown[]): Promise<unknown> => {
    const { request, context } = args
    boundForm(request)
    const portal = portalOf(context)
    const actor = await actorOf(portal, request)
    const address = addressOf(context)
    const answer = async (): Promise<unknown> => {
      await keepWithin(portal.budgets, { address, actor, method: request.method, route: id })
      if (!isPublic && !open(actor ?? (await requireActor(portal, request)))) throw notFound()
      try {
        return await (handler as (...all: unknown[]) => unknown)(args, ...rest)
      } finally {
        // what an action has changed, the page that shows it asks anew
        if (request.method !== 'GET') portal.asked?.clear()
      }
    }
    return noteAnswer(portal, { person: actor?.id ?? null, address, route: id }, answer)
  }
  // Loaders and actions take and give the same things under two names; `hydrate` and the like stay on the handler.
  return Object.assign(guardedHandler, handler) as unknown as Handler
}
