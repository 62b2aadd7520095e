import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { SearchForm } from '#app/ui/search-form/search-form.tsx'
import { describeDictionary } from '#app/use-cases/registers/describe-dictionary.ts'
import { ClassificationHelp } from '#app/view/data/classification-tag.tsx'
import { ConceptEntry } from '#app/view/data/concept-entry.tsx'
import { dictionaryView } from '#app/view/data/dictionary-view.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { t, lang } = await textsFor(portal, request)
  const q = new URL(request.url).searchParams.get('q') ?? ''
  const concepts = dictionaryView(t, lang, portal.env.catalogue.services, describeDictionary(portal.env), q)
  return pageData({ title: pageTitle(t, q === '' ? t('data:dictionary.title') : t('data:dictionary.searchTitle', { q })), q, concepts })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Dictionary() {
  const { t } = useTranslation('data')
  const { q, concepts } = useLoaderData<typeof loader>()
  return (
    <>
      <BackLink href="/data" text={t('back')} />
      <div className="ot-narrow">
        <h1 className="govuk-heading-xl">{t('dictionary.title')}</h1>
        <p className="govuk-body-l">{t('dictionary.intro')}</p>
        <SearchForm action="/data/dictionary" label={t('dictionary.search')} value={q} />
        <ClassificationHelp />
      </div>
      <section aria-labelledby="found">
        <h2 className="govuk-heading-m" id="found">{t('dictionary.found', { count: concepts.length })}</h2>
        {concepts.length === 0 && <p className="govuk-body">{t('dictionary.empty')}</p>}
        <ul className="ot-data-dictionary">{concepts.map((concept) => <ConceptEntry key={concept.name} concept={concept} />)}</ul>
        {q !== '' && <Button href="/data/dictionary" variant="secondary">{t('dictionary.all')}</Button>}
      </section>
    </>
  )
}
