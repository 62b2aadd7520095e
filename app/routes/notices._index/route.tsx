import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { formatDate } from '#app/i18n/dates.ts'
import { portalOf } from '#app/portal.server.ts'
import { Pagination } from '#app/ui/pagination/pagination.tsx'
import { listNotices } from '#app/use-cases/list-notices.ts'
import { publicName } from '#app/view/public-name.ts'

const PAGE = 20

/** Names must not stay in anybody's store longer than they are public. */
const UNKEPT = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const query = new URL(request.url).searchParams
  const { t, lang } = await textsFor(portal, request)
  const { rows, next, previous } = await listNotices(portal.env, { limit: PAGE, after: query.get('after'), before: query.get('before') })
  const notices = rows.map((row) => ({
    ref: row.ref,
    service: t(`services/${row.service}:title`),
    name: publicName(row.applicantName, row.company !== null),
    since: formatDate(row.since, lang),
    until: formatDate(row.until - 1, lang),
  }))
  return pageData({ title: pageTitle(t, t('portal:notices.title')), notices, next, previous }, { headers: UNKEPT })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]

export default function Notices() {
  const { t } = useTranslation('portal')
  const { notices, next, previous } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <h1 className="govuk-heading-l">{t('notices.title')}</h1>
      <p className="govuk-body">{t('notices.intro')}</p>
      {notices.length === 0 && <p className="govuk-body ot-muted">{t('notices.none')}</p>}
      <ul className="ot-parts">
        {notices.map(({ ref, service, name, since, until }) => (
          <li key={ref} className="ot-card">
            <h2 className="ot-case-list__title"><a className="govuk-link ot-card__link" href={`/notices/${ref}`}>{service} · <bdi>{name}</bdi></a></h2>
            <p className="ot-muted ot-small ot-case-list__line">{t('notices.time', { since, until })}</p>
          </li>
        ))}
      </ul>
      <Pagination previous={previous ? `/notices?before=${previous}` : undefined} next={next ? `/notices?after=${next}` : undefined} />
    </div>
  )
}
