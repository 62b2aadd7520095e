import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE, requireCase } from '#app/http/require-case.server.ts'
import { takeNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Details } from '#app/ui/details/details.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { CaseAnswerList } from '#app/view/case-answer-list.tsx'
import { CaseStatusTag } from '#app/view/case-status-tag.tsx'

import { CaseAppeal } from './case-appeal.tsx'
import { CaseMore } from './case-more.tsx'
import { CaseParts } from './case-parts.tsx'
import { CaseResult } from './case-result.tsx'
import { CaseStatus } from './case-status.tsx'
import { CaseSteps } from './case-steps.tsx'
import { caseView } from './case-view.ts'
import { History } from './history.tsx'
import { Needs } from './needs.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { followed } = await requireCase(portal, request, params.ref)
  const { t, lang } = await textsFor(portal, request)
  const { notice, headers } = await takeNotice(portal, request)
  const title = pageTitle(t, `${t(`services/${followed.state.service}:title`)} ${followed.state.ref}`)
  return pageData({ title, notice, view: caseView(t, lang, portal.env.catalogue, followed) }, { headers: { ...PRIVATE, ...headers } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Notices of something that was not done. */
const refusals = new Set(['cases:notice.too_late', 'cases:notice.not_now'])

export default function Case() {
  const { notice, view } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['cases', 'privacy', `services/${view.service}`])
  const events = view.events.map(({ tone, body, ...event }) => ({ ...event, tone: tone ?? undefined, body: body && <p className="govuk-body">{body}</p> }))
  return (
    <>
      <BackLink href="/cases" text={t('back')} />
      {notice && <NotificationBanner tone={refusals.has(notice) ? 'info' : 'success'} heading={t(notice)} />}
      <p className="govuk-caption-l"><Bdi>{view.ref}</Bdi> · <bdi>{view.applicant}</bdi></p>
      {view.whole && <p className="govuk-body"><a className="govuk-link" href={`/cases/${view.whole.ref}`}>{t('parts.whole')}</a></p>}
      <div className="ot-cluster ot-case-head">
        <h1 className="govuk-heading-l">{t(`services/${view.service}:title`)}</h1>
        <CaseStatusTag end={view.end} whose={view.whose} />
      </div>
      {view.erased && <InsetText>{t('privacy:erased.notice', view.erased)}</InsetText>}
      <Needs needs={view.needs} />
      <CaseResult caseRef={view.ref} service={view.service} end={view.end} certificates={view.certificates} suspended={view.suspended} letter={view.letter} again={view.again} />
      <CaseAppeal caseRef={view.ref} appeal={view.appeal} />
      <CaseStatus status={view.status} />
      <CaseParts parts={view.parts} />
      <div className="ot-columns">
        {view.parts.length === 0 ? <CaseSteps rows={view.steps} /> : <History events={events} />}
        <CaseMore caseRef={view.ref} lead={view.lead} mayWithdraw={view.mayWithdraw} />
      </div>
      {view.parts.length === 0 && <div className="ot-narrow"><History events={events} /></div>}
      <section className="ot-narrow" aria-labelledby="answers">
        <h2 className="govuk-heading-m" id="answers">{t('answers.heading')}</h2>
        <Details summary={t('answers.show')}><CaseAnswerList answers={view.answers} caseRef={view.ref} /></Details>
      </section>
    </>
  )
}
