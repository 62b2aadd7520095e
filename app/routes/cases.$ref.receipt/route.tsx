import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE, requireCase } from '#app/http/require-case.server.ts'
import { savedBy } from '#app/kernel/records/saved.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Panel } from '#app/ui/panel/panel.tsx'
import { CaseAnswerList } from '#app/view/case-answer-list.tsx'
import { caseAnswers } from '#app/view/case-answers.ts'
import { SavedNote } from '#app/view/saved-note.tsx'

import { nextLines } from './next-lines.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { followed } = await requireCase(portal, request, params.ref)
  const { t, lang } = await textsFor(portal, request)
  const { state, definition, certificates, provisional } = followed
  const { ref, service, submittedAt, end } = state
  const view = { ref, service, submittedAt, granted: end === 'granted', certificates: certificates.length, provisional, lines: nextLines(t, lang, followed), answers: caseAnswers(t, lang, portal.env.catalogue, state, definition), saved: savedBy(definition, state.answers, portal.env.catalogue.registers) }
  return pageData({ title: pageTitle(t, `${t('cases:receipt.title')} ${ref}`), ...view }, { headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Receipt() {
  const { ref, service, submittedAt, granted, certificates, provisional, lines, answers, saved } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['cases', `services/${service}`])
  return (
    <div className="ot-narrow">
      <Panel title={t('receipt.title')}>
        {t('receipt.number')}
        <br />
        <strong><Bdi>{ref}</Bdi></strong>
      </Panel>
      <p className="govuk-body-l">{t(`services/${service}:title`)} · <FormattedDate value={submittedAt} format="time" /></p>
      {certificates > 0 && (
        <section className="ot-card ot-case-result">
          {granted && <p className="govuk-body"><strong>{t('receipt.granted')}</strong></p>}
          <Button href={`/cases/${ref}/certificate`}>{t('receipt.certificate')}</Button>
        </section>
      )}
      {saved.fields > 0 && <SavedNote {...saved} />}
      {lines.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t('receipt.next')}</h2>
          <ol className="govuk-list govuk-list--number govuk-list--spaced">{lines.map((line) => <li key={line}>{line}</li>)}</ol>
          {provisional && <p className="govuk-body ot-small ot-muted">{t('clock.provisional')}</p>}
        </>
      )}
      <p className="govuk-body ot-no-print"><a className="govuk-link" href={`/cases/${ref}`}>{t('receipt.follow')}</a></p>
      <p className="govuk-body ot-muted ot-no-print">{t('receipt.keep')}</p>
      <h2 className="govuk-heading-m">{t('receipt.copy')}</h2>
      <CaseAnswerList answers={answers} caseRef={ref} />
    </div>
  )
}
