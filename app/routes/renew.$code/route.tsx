import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireAssurance } from '#app/http/require-assurance.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { Details } from '#app/ui/details/details.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { openRenewal, renew } from '#app/use-cases/renewals/renew.ts'
import { SourceItem } from '#app/view/source-item.tsx'

import { renewView } from './renew-view.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const opened = await openRenewal(portal.env, actor, params.code ?? '')
  if (!opened) throw notFound()
  await requireAssurance(portal, request, opened.definition)
  const { t, lang } = await textsFor(portal, request)
  const view = renewView(t, lang, portal.env, opened)
  return pageData({ title: pageTitle(t, t('renew:title', { certificate: view.certificate })), ...view }, { headers: PRIVATE })
}

/** The one confirmation. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const offered = await openRenewal(portal.env, actor, params.code ?? '')
  if (offered) await requireAssurance(portal, request, offered.definition)
  const renewed = await renew(portal.env, actor, params.code ?? '')
  if (!renewed.ok) throw notFound()
  if ('ref' in renewed) return redirect(`/cases/${renewed.ref}/receipt`, 303)
  return redirect(`/apply/${renewed.draftId}`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, `renew:notice.${renewed.why}`) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Renew() {
  const { t } = useTranslation(['renew', 'apply'])
  const { service, certificate, number, holder, validUntil, sources, before } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href="/cases" text={t('back')} />
      <p className="govuk-caption-l">{service}</p>
      <h1 className="govuk-heading-l">{t('title', { certificate })}</h1>
      <p className="govuk-body-l">{t('runs_out', { date: validUntil })}</p>
      <p className="govuk-body">{t('text')}</p>
      <SummaryList title={certificate} rows={[{ name: t('holder'), value: <bdi>{holder}</bdi> }, { name: t('number'), value: <Bdi>{number}</Bdi> }, ...before.map(({ name, value }) => ({ name, value: <bdi>{value}</bdi> }))]} />
      <Details summary={t('sources', { count: sources.length })}>
        <ul className="govuk-list ot-source-items">{sources.map((source) => <SourceItem key={source.id} {...source} />)}</ul>
      </Details>
      <form method="post">
        <p className="govuk-body">{t('declaration')}</p>
        <Button>{t('button')}</Button>
      </form>
    </div>
  )
}
