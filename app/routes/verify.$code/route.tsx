import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Icon } from '#app/ui/icon/icon.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { verifyCertificate } from '#app/use-cases/verify-certificate.ts'
import { VerifyForm } from '#app/view/verify-form.tsx'

import { type Verdict as Kind, verdictOf } from './verdict-of.ts'
import { verifiedView } from './verified-view.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const code = params.code ?? ''
  const verified = await verifyCertificate(portal.env, code)
  const { t, lang } = await textsFor(portal, request)
  const verdict = verdictOf(verified)
  const title = pageTitle(t, t(`certificate:verify.${verdict}`))
  return pageData({ title, code, verdict, view: verified && verifiedView(t, lang, verified) }, { status: verified ? 200 : 404, headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: 'robots', content: 'noindex' }]

const icons = { genuine: 'success', expired: 'clock', suspended: 'clock', revoked: 'alert', unknown: 'alert' } as const satisfies Record<Kind, string>

export default function Verdict() {
  const { t } = useTranslation('certificate')
  const { code, verdict: kind, view } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href="/verify" text={t('verify.another')} />
      <div className={`ot-verdict ot-verdict--${kind === 'suspended' ? 'expired' : kind}`}>
        <Icon name={icons[kind]} />
        <div>
          <h1 className="govuk-heading-l">{t(`verify.${kind}`)}</h1>
          <p className="govuk-body">{t(`verify.${kind}_text`)}</p>
        </div>
      </div>
      {view ? (
        <>
          <SummaryList rows={view.rows.map(({ name, value }) => ({ name, value: <bdi>{value}</bdi> }))} />
          {view.masked && <p className="govuk-body ot-muted">{t('verify.masked')}</p>}
        </>
      ) : <VerifyForm value={code} />}
    </div>
  )
}
