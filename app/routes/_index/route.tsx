import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { actorOf } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { SearchForm } from '#app/ui/search-form/search-form.tsx'
import { listMyCases } from '#app/use-cases/list-my-cases.ts'
import { listRenewals } from '#app/use-cases/renewals/list-renewals.ts'
import { ServiceCards } from '#app/view/service-cards.tsx'

import { homeCards } from './home-cards.ts'
import { Needs } from './needs.tsx'
import { needsOf } from './needs-of.ts'
import { Promises } from './promises.tsx'
import { Verbs } from './verbs.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { t } = await textsFor(portal, request)
  const actor = await actorOf(portal, request)
  const [mine, renewals] = await Promise.all([listMyCases(portal.env, actor, {}), listRenewals(portal.env, actor)])
  return pageData({
    title: `${t('ui:product.name')} · ${t('portal:home.tagline')}`,
    needs: mine && needsOf(t, mine, renewals),
    ...homeCards(t, portal.env.catalogue),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Home() {
  const { t } = useTranslation('portal')
  const { needs, lifeEvents, services } = useLoaderData<typeof loader>()
  return (
    <>
      {needs && needs.items.length > 0 && <Needs {...needs} />}
      <div className="ot-hero ot-home-hero ot-full">
        <div>
          <p className="ot-home-hero__lead">{t('home.tagline')}</p>
          <SearchForm action="/services" label={t('home.search')} large heading />
          <p className="ot-home-hero__hint">{t('home.examples')}</p>
        </div>
      </div>
      <Verbs />
      <h2 className="govuk-heading-l">{t('home.lifeEvents')}</h2>
      <ServiceCards cards={lifeEvents} />
      <h2 className="govuk-heading-l" id="services">{t('home.services')}</h2>
      <ServiceCards cards={services} />
      <Promises />
    </>
  )
}
