import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { offeredServices } from '#app/catalogue/catalogue.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { SearchForm } from '#app/ui/search-form/search-form.tsx'
import { searchServices } from '#app/use-cases/search-services.ts'
import { searchEntries, serviceCard } from '#app/view/service-card.ts'
import { ServiceCards } from '#app/view/service-cards.tsx'

import { Facets } from './facets.tsx'
import { facetsOf } from './facets-of.ts'
import { wishOf } from './wish-of.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { t, lang } = await textsFor(portal, request)
  const wish = wishOf(new URL(request.url).searchParams)
  const { services } = portal.env.catalogue
  const found = searchServices(searchEntries((one) => portal.i18n.getFixedT(one), lang, offeredServices(portal.env.catalogue)), wish)
  return pageData({
    title: pageTitle(t, wish.q ? t('portal:search.titleFor', { q: wish.q }) : t('portal:search.title')),
    wish,
    facets: facetsOf(t, found, wish),
    cards: found.ids.flatMap((id) => (services[id] ? [serviceCard(t, services[id])] : [])),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Services() {
  const { t } = useTranslation('portal')
  const { wish, facets, cards } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/" />
      <h1 className="govuk-heading-l">{t('search.title')}</h1>
      <div className="ot-narrow">
        <SearchForm action="/services" label={t('search.label')} value={wish.q} />
      </div>
      <div className="ot-finder">
        <Facets facets={facets} q={wish.q} />
        <div>
          <h2 className="govuk-heading-s">{t('search.count', { count: cards.length })}</h2>
          {cards.length > 0 ? <ServiceCards cards={cards} /> : <NothingFound />}
        </div>
      </div>
    </>
  )
}

/** What to do next when a search finds nothing. */
function NothingFound() {
  const { t } = useTranslation('portal')
  return (
    <div className="ot-card">
      <p className="govuk-body">{t('search.empty.try')}</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{t('search.empty.words')}</li>
        <li>{t('search.empty.language')}</li>
        <li>{t('search.empty.filters')}</li>
      </ul>
      <div className="govuk-button-group">
        <Button href="/services" variant="secondary">{t('search.empty.all')}</Button>
        <a className="govuk-link" href="/help">{t('search.empty.help')}</a>
      </div>
    </div>
  )
}
