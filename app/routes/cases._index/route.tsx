import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Button } from '#app/ui/button/button.tsx'
import { Pagination } from '#app/ui/pagination/pagination.tsx'
import { listMyCases } from '#app/use-cases/list-my-cases.ts'

import { CaseCard } from './case-card.tsx'
import { DraftCard } from './draft-card.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t } = await textsFor(portal, request)
  const { searchParams } = new URL(request.url)
  const page = { after: searchParams.get('after'), before: searchParams.get('before') }
  const mine = await listMyCases(portal.env, actor, page)
  if (!mine) throw notFound()
  const drafts = mine.drafts.map(({ id, service, updatedAt }) => ({ id, service, updatedAt }))
  return pageData({ title: pageTitle(t, t('cases:list.title')), cases: mine.cases, drafts, first: !page.after && !page.before }, { headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const pageOf = (key: 'after' | 'before', cursor: string | null): string | undefined => (cursor ? `/cases?${key}=${encodeURIComponent(cursor)}` : undefined)

export default function Cases() {
  const { t } = useTranslation('cases')
  const { cases, drafts, first } = useLoaderData<typeof loader>()
  const none = cases.rows.length === 0
  return (
    <div className="ot-narrow">
      <h1 className="govuk-heading-l">{t('list.title')}</h1>
      {first && drafts.length > 0 && (
        <section className="ot-case-list" aria-labelledby="drafts">
          <h2 className="govuk-heading-m" id="drafts">{t('list.drafts')}</h2>
          <ul className="govuk-list">{drafts.map((draft) => <DraftCard key={draft.id} {...draft} />)}</ul>
        </section>
      )}
      {!none && (
        <section className="ot-case-list" aria-labelledby="cases">
          <h2 className="govuk-heading-m" id="cases">{t('list.cases')}</h2>
          <ul className="govuk-list">{cases.rows.map((row) => <CaseCard key={row.caseId} row={row} />)}</ul>
        </section>
      )}
      {none && (first ? <NoCases started={drafts.length > 0} /> : <p className="govuk-body">{t('list.no_more')} <a className="govuk-link" href="/cases">{t('list.first_page')}</a></p>)}
      <Pagination previous={pageOf('before', cases.previous)} next={pageOf('after', cases.next)} />
    </div>
  )
}

/** Nothing sent yet: what will be here, and the way to begin. */
function NoCases({ started }: { started: boolean }) {
  const { t } = useTranslation('cases')
  return (
    <section className="ot-card">
      <h2 className="govuk-heading-m">{t('list.empty')}</h2>
      <p className="govuk-body">{t('list.empty_what')}</p>
      <Button href="/services" variant={started ? 'secondary' : 'primary'}>{t('list.find')}</Button>
    </section>
  )
}
