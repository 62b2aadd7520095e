import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { Pagination } from '#app/ui/pagination/pagination.tsx'
import { useLanguage } from '#app/ui/use-language.ts'
import { listAccess } from '#app/use-cases/list-access.ts'
import { whoseData } from '#app/use-cases/whose-data.ts'
import { AccessFilterForm } from '#app/view/access/access-filter-form.tsx'
import { accessRow } from '#app/view/access/access-row.ts'
import { AccessTable } from '#app/view/access/access-table.tsx'
import { accessAddress, readAccessWish } from '#app/view/access/access-wish.ts'
import { Delays } from '#app/view/access/delays.tsx'
import { MyDataNav } from '#app/view/access/my-data-nav.tsx'

/** Who looked at somebody's data, newest first, a page at a time. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t } = await textsFor(portal, request)
  const { after, before, filter, ...wish } = readAccessWish(new URL(request.url).searchParams)
  const listed = await listAccess(portal.env, actor, wish.of, filter, { after, before })
  if (!listed) throw notFound()
  const choices = (await whoseData(portal.env, actor)).map(({ key, relation, name }) => ({ key, relation, name }))
  const { rows, previous, next } = listed.page
  // Days that are none choose nothing: what they leave out can't be told.
  const looks = wish.problem ? { rows: [], previous: null, next: null } : { rows: rows.map(accessRow(t)), previous, next }
  const { delays } = portal.env.catalogue
  return pageData({ title: pageTitle(t, t('mydata:access.title')), wish, looks, choices, departments: listed.departments, delays }, { headers: PRIVATE, status: wish.problem ? 422 : 200 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const PATH = '/my-data/access'

export default function Access() {
  const { t } = useTranslation('mydata')
  const { wish, looks, choices, departments, delays } = useLoaderData<typeof loader>()
  const firstPart = useLanguage() === 'zh-CN' ? 'year' : 'day'
  const { rows, previous, next } = looks
  return (
    <>
      {wish.problem && <ErrorSummary items={[{ href: `#${wish.problem.field}-${firstPart}`, text: t(`access.${wish.problem.code}`) }]} />}
      <h1 className="govuk-heading-l">{t('access.title')}</h1>
      <MyDataNav at="access" whose={{ key: wish.of }} choices={choices} />
      <p className="govuk-body ot-narrow">{t('access.intro')}</p>
      <Delays delays={delays} />
      {departments.length > 0 && <AccessFilterForm wish={wish} departments={departments} />}
      {rows.length > 0 && <AccessTable rows={rows} />}
      {rows.length === 0 && !wish.problem && <InsetText>{t(departments.length > 0 ? 'access.none' : 'access.empty')}</InsetText>}
      <Pagination
        label={t('access.pages')}
        previous={previous ? accessAddress(PATH, wish, { before: previous }) : undefined}
        next={next ? accessAddress(PATH, wish, { after: next }) : undefined}
      />
      {rows.length > 0 && <p className="govuk-body ot-no-print"><a className="govuk-link" href={accessAddress('/my-data/access.csv', wish)}>{t('access.csv')}</a></p>}
    </>
  )
}
