import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteError, useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { actorFrom } from './http/actor.server.ts'
import { pageData } from './http/page-data.server.ts'
import { readSession } from './http/session.server.ts'
import { directionOf } from './i18n/languages.ts'
import { readPreferences } from './i18n/preferences.server.ts'
import { may } from './kernel/permission.ts'
import { portalOf } from './portal.server.ts'
import { isComplete } from './sign-in/session/current-session.ts'
// `?url`: otherwise Vite puts the sheet into a script, and pages here have none
import styles from './styles/app.scss?url'
import enhancer from './ui/enhance/enhance.js?url'
import { ErrorPage, knownStatus } from './ui/error-page/error-page.tsx'
import { Footer } from './ui/footer/footer.tsx'
import { Header } from './ui/header/header.tsx'
import { type Viewer } from './ui/header/viewer.ts'
import { LocaleData } from './ui/locale-data/locale-data.tsx'
import { useNonce } from './ui/nonce.tsx'
import { usePageHandle } from './ui/page-handle.ts'
import { useRequestId } from './ui/request-id.tsx'
import { SessionEnd } from './ui/session-end/session-end.tsx'
import { sessionEnds } from './ui/session-end/session-ends.ts'
import { SkipLink } from './ui/skip-link/skip-link.tsx'
import { useLanguage } from './ui/use-language.ts'

export const meta: MetaFunction = () => [{ title: 'OneTrip · 一次办' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const [preferences, signedIn] = await Promise.all([readPreferences(request), readSession(portal, request)])
  const viewer = signedIn && isComplete(signedIn) ? viewerFrom(signedIn.person) : null
  return pageData({ preferences, viewer, ends: signedIn && sessionEnds(signedIn.until, portal.env.now(), preferences.lang), demo: portal.demo })
}

/** What the header offers somebody: the same rules that open the pages. */
function viewerFrom(person: Parameters<typeof actorFrom>[0]): Viewer {
  const actor = actorFrom(person)
  const kinds: readonly (Viewer['kinds'][number] | false)[] = [
    may(actor, 'apply', null, 'own_affairs') && 'citizen',
    may(actor, 'work_at_desk', null, 'case_work') && 'clerk',
    may(actor, 'be_steward', null, 'stewardship') && 'steward',
    may(actor, 'see_board', null, 'supervision') && 'manager',
    may(actor, 'see_alerts', null, 'security') && 'officer',
  ]
  return { name: person.name, kinds: kinds.filter((kind) => kind !== false) }
}

/** The whole document, around pages and errors alike. */
export function Layout({ children }: { children: ReactNode }) {
  const lang = useLanguage()
  const look = useLook()
  const { js, density, namespaces } = usePageHandle()
  const nonce = useNonce()
  return (
    <html className="govuk-template" lang={lang} dir={directionOf(lang)} data-theme={look.theme} data-mode={look.mode} data-density={density}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b6b61" />
        <Title />
        <link rel="stylesheet" href={styles} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src={enhancer} defer />
      </head>
      <body className="govuk-template__body">
        <Frame>{children}</Frame>
        {js && (
          <>
            <LocaleData namespaces={namespaces} />
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

/** Whatever was thrown, nobody sees what the program said of it. */
export function ErrorBoundary() {
  const error = useRouteError()
  const requestId = useRequestId()
  if (isRouteErrorResponse(error) && error.status !== 500) return <ErrorPage status={error.status} />
  return <ErrorPage reference={requestId} />
}

function Frame({ children }: { children: ReactNode }) {
  const data = useRootData()
  const look = useLook()
  const { keepsForm } = usePageHandle()
  const { pathname, search } = useLocation()
  const path = pathname + search
  return (
    <>
      <SkipLink />
      <Header viewer={data?.viewer ?? null} demo={data?.demo ?? false} look={look} path={path} />
      <main className="ot-main" id="main" tabIndex={-1}>
        {children}
        {data?.ends && <SessionEnd ends={data.ends} keepsForm={keepsForm} />}
      </main>
      <Footer path={path} />
    </>
  )
}

/** An error's page is named after it; any other names itself by its `meta`. */
function Title() {
  const { t } = useTranslation('ui')
  const error = useRouteError()
  if (!error) return <Meta />
  const status = knownStatus(isRouteErrorResponse(error) ? error.status : undefined)
  return <title>{`${t(`error.status.${status}.title`)} · ${t('product.name')}`}</title>
}

/** Absent when the root loader failed, or when no route was found for it to run. */
const useRootData = () => useRouteLoaderData<typeof loader>('root')

function useLook() {
  const { theme = 'auto', mode = 'standard' } = useRootData()?.preferences ?? {}
  return { theme, mode } as const
}
