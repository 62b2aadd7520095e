import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { signedOut } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { eraseMe } from '#app/use-cases/privacy/erase-me.ts'
import { listKept } from '#app/use-cases/privacy/list-kept.ts'

import { EraseForm } from './erase-form.tsx'

/** First what it means; with `step=sure`, the question whether they are sure. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { mayErase } = await listKept(portal.env, actor)
  const { t } = await textsFor(portal, request)
  const sure = new URL(request.url).searchParams.get('step') === 'sure'
  return pageData({ title: pageTitle(t, t('privacy:erase.title')), mayErase, sure: mayErase && sure }, { headers: PRIVATE })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t } = await textsFor(portal, request)
  if ((await request.formData()).get('understood') !== 'yes') return json({ error: t('privacy:erase.not_understood') }, { status: 422 })
  const erased = await eraseMe(portal.env, actor)
  if (!erased.ok) return json({ error: t('privacy:erase.under_retention') }, { status: 422 })
  return redirect('/', { status: 303, headers: { 'Set-Cookie': await signedOut(portal, request), 'Clear-Site-Data': '"cache"' } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const GOES = ['person', 'drafts', 'mandates', 'sessions'] as const

export default function Erase() {
  const { t } = useTranslation('privacy')
  const { mayErase, sure } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="ot-narrow">
      <BackLink href="/my-data/retention" text={t('back')} />
      {refused && <ErrorSummary items={[{ href: '#understood', text: refused.error }]} />}
      <h1 className="govuk-heading-l">{t(sure ? 'erase.sure' : 'erase.title')}</h1>
      {!sure && <p className="govuk-body">{t('erase.intro')}</p>}
      {!sure && <ul className="govuk-list govuk-list--bullet">{GOES.map((one) => <li key={one}>{t(`erase.goes.${one}`)}</li>)}</ul>}
      {!sure && <p className="govuk-body">{t('erase.stays')}</p>}
      {!mayErase && <InsetText>{t('erase.under_retention')}</InsetText>}
      {mayErase && !sure && <form method="get"><input type="hidden" name="step" value="sure" /><Button>{t('erase.continue')}</Button></form>}
      {sure && <EraseForm error={refused?.error} />}
    </div>
  )
}
