import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { t } = await textsFor(portal, request)
  const departments = Object.keys(portal.env.catalogue.departments).map((id) => ({ name: t(`departments:${id}.name`), phone: t(`departments:${id}.phone`) }))
  return pageData({ title: pageTitle(t, t('portal:help.title')), departments })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const steps = ['find', 'check', 'follow', 'receive'] as const

export default function Help() {
  const { t } = useTranslation('portal')
  const { departments } = useLoaderData<typeof loader>()
  const phones = departments.map(({ name, phone }) => ({ name, value: <a className="govuk-link" href={`tel:${phone}`}><Bdi>{phone}</Bdi></a> }))
  return (
    <div className="ot-narrow">
      <BackLink href="/" />
      <h1 className="govuk-heading-xl">{t('help.title')}</h1>
      <h2 className="govuk-heading-l">{t('help.how')}</h2>
      <ol className="ot-route">
        {steps.map((step) => (
          <li key={step}>
            <h3 className="govuk-heading-s">{t(`help.steps.${step}.title`)}</h3>
            <p className="govuk-body">{t(`help.steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <p className="govuk-body"><a className="govuk-link" href="/data">{t('help.data')}</a></p>
      <h2 className="govuk-heading-l">{t('help.phones')}</h2>
      <p className="govuk-body">{t('help.phonesText')}</p>
      <SummaryList rows={phones} />
    </div>
  )
}
