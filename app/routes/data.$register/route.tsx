import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { describeRegister } from '#app/use-cases/registers/describe-registers.ts'
import { AgreementCard } from '#app/view/data/agreement-card.tsx'
import { ClassificationHelp } from '#app/view/data/classification-tag.tsx'
import { FieldList } from '#app/view/data/field-list.tsx'
import { registerView } from '#app/view/data/register-view.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const described = describeRegister(portal.env, params.register ?? '')
  if (!described) throw notFound()
  const { t, lang } = await textsFor(portal, request)
  const register = registerView(t, lang, portal.env.catalogue.services, described)
  return pageData({ title: pageTitle(t, register.name), register })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function DataRegister() {
  const { t } = useTranslation('data')
  const { name, about, facts, kinds, agreements, writers } = useLoaderData<typeof loader>().register
  return (
    <>
      <BackLink href="/data" text={t('back')} />
      <div className="ot-narrow">
        <h1 className="govuk-heading-xl">{name}</h1>
        <p className="govuk-body-l">{about}</p>
        <SummaryList rows={facts} />
      </div>
      <section aria-labelledby="holds">
        <h2 className="govuk-heading-l" id="holds">{t('holds')}</h2>
        <ClassificationHelp />
        {kinds.map(({ title, fields }) => <FieldList key={title} title={title} fields={fields} />)}
      </section>
      <section aria-labelledby="agreements">
        <h2 className="govuk-heading-l" id="agreements">{t('agreements.title')}</h2>
        {agreements.length === 0 ? <p className="govuk-body">{t('agreements.none')}</p> : <div className="ot-data-agreements">{agreements.map((agreement) => <AgreementCard key={agreement.anchor} agreement={agreement} />)}</div>}
      </section>
      <section aria-labelledby="writers">
        <h2 className="govuk-heading-l" id="writers">{t('writers.title')}</h2>
        {writers.length === 0 ? <p className="govuk-body">{t('writers.none')}</p> : <ul className="govuk-list govuk-list--bullet">{writers.map((line) => <li key={line}>{line}</li>)}</ul>}
      </section>
    </>
  )
}
