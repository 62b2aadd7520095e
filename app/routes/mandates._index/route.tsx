import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { takeNotice, withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { findChildren } from '#app/use-cases/mandates/find-children.ts'
import { listMandates } from '#app/use-cases/mandates/list-mandates.ts'
import { revokeMandate } from '#app/use-cases/mandates/revoke-mandate.ts'

import { MandateList } from './mandate-list.tsx'
import { mandatesView } from './mandates-view.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const mandates = await listMandates(portal.env, actor)
  if (!mandates) throw notFound()
  const { t, lang } = await textsFor(portal, request)
  const { notice, headers } = await takeNotice(portal, request)
  return pageData({ title: pageTitle(t, t('mandates:title')), notice, ...mandatesView(t, lang, mandates) }, { headers: { ...PRIVATE, ...headers } })
}

/** Ends a mandate; or looks for the citizen's children. */
export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const form = await request.formData()
  if (form.get('intent') === 'find_children') {
    const found = await findChildren(portal.env, actor)
    const notice = !found.ok ? 'silent' : found.found > 0 ? 'found' : 'none_found'
    return redirect('/mandates', { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, `mandates:notice.${notice}`) } })
  }
  const ended = await revokeMandate(portal.env, actor, String(form.get('id') ?? ''))
  if (!ended.ok) throw notFound()
  return redirect('/mandates', { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, 'mandates:notice.ended') } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Mandates() {
  const { t } = useTranslation('mandates')
  const { held, given, notice } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href="/my-data" text={t('back')} />
      {notice && <NotificationBanner tone={notice.endsWith('silent') || notice.endsWith('none_found') ? 'info' : 'success'} heading={t(notice)} />}
      <h1 className="govuk-heading-l">{t('title')}</h1>
      <h2 className="govuk-heading-m">{t('held')}</h2>
      {held.length === 0 && <p className="govuk-body">{t('none_held')}</p>}
      <MandateList rows={held} button="give_back" />
      <form method="post">
        <p className="govuk-body ot-muted">{t('children.hint')}</p>
        <Button variant="secondary" name="intent" value="find_children">{t('children.button')}</Button>
      </form>
      <h2 className="govuk-heading-m">{t('given')}</h2>
      {given.length === 0 && <p className="govuk-body">{t('none_given')}</p>}
      <MandateList rows={given} button="take_back" />
      <Button href="/mandates/new">{t('new.link')}</Button>
    </div>
  )
}
