import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { personOf } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { requireDraft } from '#app/http/require-draft.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { CheckboxGroup } from '#app/ui/checkbox-group/checkbox-group.tsx'
import { Details } from '#app/ui/details/details.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { agreeToSources } from '#app/use-cases/agree-to-sources.ts'
import { ApplyHeading } from '#app/view/apply-heading.tsx'

import { SourceItem } from '#app/view/source-item.tsx'
import { sourcesView } from './sources-view.ts'

/** What would be read, before it is; once the applicant has said, their records. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { open } = await requireDraft(portal, request, params.draft, { unread: true })
  if (!Object.values(open.draft.sources).includes('open')) return redirect(`/apply/${open.draft.id}/records`, 303)
  const { t, lang } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('apply:sources.title')), ...sourcesView(t, lang, portal.env, open) })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const { actor, open } = await requireDraft(portal, request, params.draft, { unread: true })
  const declined = (await request.formData()).getAll('declined').map(String)
  const agreed = await agreeToSources(portal.env, actor, open, declined, await personOf(portal, request))
  if (!agreed.ok && agreed.problem.code === 'not_found') throw notFound()
  return redirect(`/apply/${open.draft.id}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Sources() {
  const { t } = useTranslation('apply')
  const { draft, service, serviceId, behalf, sources, withheld } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href={`/services/${serviceId}`} text={t('overview.back')} />
      <ApplyHeading service={service} step="records" />
      <h1 className="govuk-heading-l">{t('sources.title')}</h1>
      {behalf && <p className="govuk-body">{t('sources.behalf')} <strong><bdi>{behalf}</bdi></strong></p>}
      <p className="govuk-body">{t('sources.intro', { count: sources.length })}</p>
      <ul className="govuk-list ot-source-items">{sources.map((source) => <SourceItem key={source.id} {...source} />)}</ul>
      {withheld.length > 0 && <InsetText>{t('sources.withheld')}<ul className="govuk-list govuk-list--bullet">{withheld.map((field) => <li key={field}>{field}</li>)}</ul></InsetText>}
      <form method="post" noValidate>
        {sources.length > 0 && (
          <Details summary={t('sources.leaveOut')}>
            <CheckboxGroup name="declined" label={t('sources.leaveOutLabel')} size="s" hint={t('sources.leaveOutHint')} items={sources.map(({ id, name }) => ({ value: id, text: name }))} />
          </Details>
        )}
        <Button>{t(sources.length > 0 ? 'sources.agree' : 'continue')}</Button>
      </form>
      <p className="govuk-body ot-small ot-muted">{t('sources.logged')}</p>
      <p className="govuk-body"><a className="govuk-link" href={`/apply/${draft}/remove`}>{t('overview.remove')}</a></p>
    </div>
  )
}
