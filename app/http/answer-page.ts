import type { EntryContext, ServerBuild } from '@remix-run/node'
import { type AgnosticDataRouteObject, createStaticHandler, getStaticContextFromError, isRouteErrorResponse, type StaticHandlerContext } from '@remix-run/router'

/** Answers the request of a page or of its form. @param context the load context of its routes */
export type AnswerPage = (request: Request, context: Record<string, unknown>) => Promise<Response>

/**
 * Remix's own way from a request to a page, without what a page that has no scripts does not need: a request made anew for each loader, and
 * data written down for scripts. Errors end in the frame's boundary, the only one there is.
 * @param build the frame and one route that is a page without scripts
 */
export function answerPage(build: ServerBuild): AnswerPage {
  const handler = createStaticHandler(dataRoutes(build), { future: { v7_relativeSplatPath: true, v7_throwAbortReason: true } })
  const { default: render, handleError } = build.entry.module
  const unloaded = entryContext(build)
  return async (request, context) => {
    const tell = (error: unknown): void => void handleError?.(error, { request, context, params: {} })
    const page = (loaded: StaticHandlerContext) => render(request, loaded.statusCode, headersOf(loaded), { ...unloaded, staticHandlerContext: { ...loaded, errors: withoutWords(loaded.errors) } }, context)
    let loaded: StaticHandlerContext | Response
    try {
      loaded = await handler.query(request, { requestContext: context })
    } catch (error) {
      tell(error)
      return new Response(null, { status: 500 })
    }
    if (loaded instanceof Response) return loaded
    for (const error of Object.values<unknown>(loaded.errors ?? {})) if (isUnexpected(error)) tell(error)
    try {
      return await page(loaded)
    } catch (error) {
      tell(error)
      return page(getStaticContextFromError(handler.dataRoutes, loaded, error))
    }
  }
}

/** The frame, and its page as its only child. */
function dataRoutes({ routes: { root, ...pages } }: ServerBuild): AgnosticDataRouteObject[] {
  // Trusted: a route either is an index or has children, and the types want to know which.
  return [{ ...dataRoute(root), children: Object.values(pages).map(dataRoute) } as AgnosticDataRouteObject]
}

function dataRoute(route: ServerBuild['routes'][string] | undefined) {
  if (!route) throw new Error('a build without its frame')
  const { id, path, index, module: { loader, action, handle } } = route
  // Trusted: the router gives what Remix's routes are given; only its types know of less.
  return { id, path, index, handle, hasErrorBoundary: id === 'root', loader, action } as Omit<AgnosticDataRouteObject, 'children'>
}

/** Cookies that loaders and actions set; no route here says anything else of its headers. */
function headersOf({ actionHeaders, loaderHeaders }: StaticHandlerContext): Headers {
  const headers = new Headers()
  for (const said of [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]) for (const cookie of said.getSetCookie()) headers.append('Set-Cookie', cookie)
  return headers
}

/** The same for every request; without what Remix hands to scripts. */
function entryContext({ assets: manifest, routes, future, isSpaMode }: ServerBuild): Omit<EntryContext, 'staticHandlerContext'> {
  const routeModules = Object.fromEntries(Object.entries(routes).map(([id, { module }]) => [id, module]))
  return { manifest, future, isSpaMode, routeModules, serializeError: ({ message }) => ({ message }) }
}

/** What a route did not mean to say; answers that it threw are meant. */
const isUnexpected = (error: unknown): boolean => !isRouteErrorResponse(error) || ('error' in error && Boolean(error.error))

/** Nobody sees what the program said of its faults. */
function withoutWords(errors: StaticHandlerContext['errors']): StaticHandlerContext['errors'] {
  return errors && Object.fromEntries(Object.entries<unknown>(errors).map(([id, error]) => [id, error instanceof Error ? new Error('Unexpected Server Error') : error]))
}
