import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireDraft } from '#app/http/require-draft.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { removeDraft } from '#app/use-cases/remove-draft.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { open } = await requireDraft(portal, request, params.draft, { unread: true })
  const { t } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('apply:remove.title')), draft: open.draft.id, service: t(`services/${open.draft.service}:title`) })
}

/** A draft that is gone already is gone: a second post is told the same. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const removed = await removeDraft(portal.env, actor, params.draft ?? '')
  return redirect(removed.ok || removed.problem.code === 'not_found' ? '/cases' : `/apply/${params.draft}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Remove() {
  const { t } = useTranslation('apply')
  const { draft, service } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href={`/apply/${draft}`} />
      <p className="govuk-caption-l">{service}</p>
      <h1 className="govuk-heading-l">{t('remove.title')}</h1>
      <p className="govuk-body">{t('remove.text')}</p>
      <form method="post" className="govuk-button-group">
        <Button variant="warning">{t('remove.button')}</Button>
        <a className="govuk-link" href={`/apply/${draft}`}>{t('remove.keep')}</a>
      </form>
    </div>
  )
}
