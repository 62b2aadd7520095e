import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { listRegisters } from '#app/use-cases/registers/describe-registers.ts'
import { registerCard } from '#app/view/data/register-card.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { t } = await textsFor(portal, request)
  const registers = listRegisters(portal.env).map((register) => registerCard(t, register))
  return pageData({ title: pageTitle(t, t('data:title')), registers })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Data() {
  const { t } = useTranslation('data')
  const { registers } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/" />
      <div className="ot-narrow">
        <h1 className="govuk-heading-xl">{t('title')}</h1>
        <p className="govuk-body-l">{t('intro')}</p>
        <p className="govuk-body">{t('own')}</p>
        <p className="govuk-body"><a className="govuk-link" href="/data/dictionary">{t('lookUp')}</a></p>
      </div>
      <ul className="ot-grid ot-data-registers">
        {registers.map(({ href, name, about, keptBy, facts }) => (
          <li key={href} className="ot-card">
            <h2 className="govuk-heading-s"><a className="govuk-link ot-card__link" href={href}>{name}</a></h2>
            <p className="govuk-body">{about}</p>
            <p className="ot-muted ot-small">{keptBy}</p>
            <ul className="ot-cluster ot-muted ot-small">{facts.map((fact) => <li key={fact}>{fact}</li>)}</ul>
          </li>
        ))}
      </ul>
      <ul className="govuk-list">
        <li><a className="govuk-link" href="/data.jsonld">{t('machine')}</a></li>
        <li><a className="govuk-link" href="/contracts/register.openapi.yaml">{t('contract')}</a></li>
      </ul>
    </>
  )
}
