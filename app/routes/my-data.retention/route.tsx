import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { listKept } from '#app/use-cases/privacy/list-kept.ts'
import { MyDataNav } from '#app/view/access/my-data-nav.tsx'

import { keptView } from './kept-view.ts'

/** What is kept how long and why, what can be deleted now, and the way to a copy of everything. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const { t, lang } = await textsFor(portal, request)
  const kept = keptView(t, lang, await listKept(portal.env, actor))
  return pageData({ title: pageTitle(t, t('privacy:kept.title')), kept, drafts: portal.env.catalogue.retention.drafts }, { headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Retention() {
  const { t } = useTranslation('privacy')
  const { kept, drafts } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <h1 className="govuk-heading-l">{t('kept.title')}</h1>
      <MyDataNav at="retention" whose={{ key: '' }} choices={[]} />
      <p className="govuk-body">{t('kept.intro')}</p>
      <h2 className="govuk-heading-m">{t('kept.cases')}</h2>
      {kept.cases.length === 0 && <InsetText>{t('kept.no_cases')}</InsetText>}
      <ul className="govuk-list ot-registers">
        {kept.cases.map(({ ref, title, until, why }) => (
          <li key={ref} className="ot-card">
            <h3 className="govuk-heading-s"><a className="govuk-link" href={`/cases/${ref}`}>{title}</a></h3>
            <p className="govuk-body"><Bdi>{ref}</Bdi> · {until}</p>
            <p className="ot-muted ot-small">{why}</p>
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('kept.drafts')}</h2>
      <p className="govuk-body">{t('kept.drafts_text', { days: drafts.untouchedDays, before: drafts.warnedDays })}</p>
      <ul className="govuk-list">
        {kept.drafts.map(({ id, title, saved }) => (
          <li key={id}>{t('kept.draft', { title, date: saved })} <a className="govuk-link" href={`/apply/${id}/remove`}>{t('kept.remove')}<span className="govuk-visually-hidden"> {title}</span></a></li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">{t('kept.rights')}</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li><a className="govuk-link" href="/my-data/export">{t('export.title')}</a></li>
        <li><a className="govuk-link" href="/my-data/erase">{t('erase.title')}</a></li>
      </ul>
    </div>
  )
}
