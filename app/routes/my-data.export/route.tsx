import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'

/** What the copy holds, before it is made. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  await requireCitizen(portal, request)
  const { t } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('privacy:export.title')) }, { headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const PARTS = ['person', 'applications', 'documents', 'records', 'looks'] as const

export default function Export() {
  const { t } = useTranslation('privacy')
  return (
    <div className="ot-narrow">
      <BackLink href="/my-data/retention" text={t('back')} />
      <h1 className="govuk-heading-l">{t('export.title')}</h1>
      <p className="govuk-body">{t('export.intro')}</p>
      <ul className="govuk-list govuk-list--bullet">{PARTS.map((part) => <li key={part}>{t(`export.part.${part}`)}</li>)}</ul>
      <p className="govuk-body">{t('export.logged')}</p>
      <p className="govuk-body">{t('export.format')} <a className="govuk-link" href="/contracts/export.schema.json">{t('export.schema')}</a></p>
      <form method="post" action="/my-data/export.json"><Button>{t('export.button')}</Button></form>
    </div>
  )
}
