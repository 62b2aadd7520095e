import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireDraft } from '#app/http/require-draft.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { Details } from '#app/ui/details/details.tsx'
import { AnswerList } from '#app/view/answer-list.tsx'
import { ApplyHeading } from '#app/view/apply-heading.tsx'

import { recordsView } from './records-view.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { open } = await requireDraft(portal, request, params.draft)
  const { t, lang } = await textsFor(portal, request)
  const view = recordsView(t, lang, portal.env.catalogue, open)
  return json({ title: pageTitle(t, view.heading), ...view })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Records() {
  const { t } = useTranslation('apply')
  const { draft, service, heading, groups, owners, next } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href={`/apply/${draft}`} />
      <ApplyHeading service={service} step="records" />
      <h1 className="govuk-heading-l">{heading}</h1>
      <p className="govuk-body">{t('records.intro')}</p>
      {groups.map((group) => <AnswerList key={group.title} title={group.title} rows={group.rows} draft={draft} from="records" />)}
      <Details summary={t('records.wrong')}>
        <p className="govuk-body">{t('records.wrongText')}</p>
        <ul className="govuk-list">
          {owners.map(({ register, department, phone }) => (
            <li key={register}>{t('records.owner', { register, department })} <Bdi><a className="govuk-link" href={`tel:${phone}`}>{phone}</a></Bdi></li>
          ))}
        </ul>
      </Details>
      <Button href={next}>{t('continue')}</Button>
    </div>
  )
}
