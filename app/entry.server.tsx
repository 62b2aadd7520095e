import { type ActionFunctionArgs, type AppLoadContext, type EntryContext, type LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'

import { addressShape } from './http/address-shape.ts'
import { asJson, isPageData } from './http/page-data.server.ts'
import { forLanguage } from './i18n/load-locales.server.ts'
import { readPreferences } from './i18n/preferences.server.ts'
import { type PortalContext } from './portal.server.ts'
import { NonceContext } from './ui/nonce.tsx'
import { RequestIdContext } from './ui/request-id.tsx'

/** Input was refused: the page says so in its title, which is what a screen reader says first. */
const INVALID = 422

/** Pages defer nothing, so they are rendered as one string: streaming costs a quarter more. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const { portal, nonce, requestId, page: rendered } = contextOf(loadContext)
  const { lang } = await readPreferences(request)
  const texts = forLanguage(portal.i18n, lang)
  // `pageData` waits for nothing: without this, pages with scripts would carry what a page that does needs
  remixContext.staticHandlerContext.activeDeferreds = null
  const html = renderToString(
    <NonceContext.Provider value={nonce}>
      <RequestIdContext.Provider value={requestId}>
        <I18nextProvider i18n={texts}>
          <RemixServer context={remixContext} url={request.url} />
        </I18nextProvider>
      </RequestIdContext.Provider>
    </NonceContext.Provider>,
  )
  const titled = status === INVALID ? html.replace('<title>', `<title>${texts.t('ui:error.prefix')} `) : html
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', lang)
  keepPrivate(headers)
  rendered.text = `<!DOCTYPE html>${titled}`
  return new Response(null, { status, headers })
}

/** What a script reads of a page's data: JSON, as of everything else. */
export async function handleDataRequest(response: Response): Promise<Response> {
  keepPrivate(response.headers)
  return isPageData(response) ? asJson(response) : response
}

/** What went wrong is for the log alone, with the number the page shows. Never what was sent. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  const { portal, requestId } = contextOf(context)
  portal.log.error({ err: error, requestId, method: request.method, path: addressShape(new URL(request.url).pathname) }, 'request failed')
}

/** Every page says who is signed in and in which language: no cache may keep it, unless its route says otherwise. */
function keepPrivate(headers: Headers): void {
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}

// Trusted: the server makes this value, and Remix types it as anything.
const contextOf = (context: AppLoadContext): PortalContext => context as PortalContext
