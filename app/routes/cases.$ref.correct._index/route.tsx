import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { requireCitizen } from '#app/http/actor.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { requireCorrection } from '#app/http/require-correction.server.ts'
import { withNotice } from '#app/http/session.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { ErrorSummary } from '#app/ui/error-summary/error-summary.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'
import { submitCorrection } from '#app/use-cases/submit-correction.ts'
import { correctionView } from '#app/view/correction-view.ts'

import { CorrectionPoints } from './correction-points.tsx'
import { SendCorrection } from './send-correction.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { open } = await requireCorrection(portal, request, params.ref)
  const { t, lang } = await textsFor(portal, request)
  return pageData({ title: pageTitle(t, t('cases:correct.title')), view: correctionView(t, lang, open) }, { headers: PRIVATE })
}

/** Sends all answers at once. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizen(portal, request)
  const ref = params.ref ?? ''
  const sent = await submitCorrection(portal.env, actor, ref)
  if (!sent.ok && sent.problem.code === 'not_found') throw notFound()
  if (!sent.ok && sent.problem.code === 'invalid') return json({ missing: sent.problem.fields.map((field) => field.name) }, { status: 422 })
  // Sent twice: the first one counts, and has said so.
  if (!sent.ok && sent.problem.code === 'not_open') return redirect(`/cases/${ref}`, 303)
  const notice = sent.ok ? 'cases:notice.corrected' : sent.problem.code === 'too_late' ? 'cases:notice.too_late' : 'cases:notice.not_now'
  return redirect(`/cases/${ref}`, { status: 303, headers: { 'Set-Cookie': await withNotice(portal, request, notice) } })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Correct() {
  const { view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation(['cases', `services/${view.service}`])
  const errors = view.points.filter((point) => refused?.missing.includes(point.name)).map((point) => ({ href: point.href, text: t('correct.missing', { label: point.label }) }))
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${view.ref}`} text={t('back_to_case')} />
      <ErrorSummary items={errors} />
      <p className="govuk-caption-l">{t(`services/${view.service}:title`)} · <Bdi>{view.ref}</Bdi></p>
      <h1 className="govuk-heading-l">{t('correct.title')}</h1>
      {view.late ? <WarningText>{t('correct.too_late')}</WarningText> : (
        <>
          <p className="govuk-body">{t('correct.intro')}</p>
          <p className="govuk-body">{view.dueOn && <><strong>{t('correct.due', { date: view.dueOn })}</strong>{' '}</>}{t('correct.due_clock')}</p>
          <CorrectionPoints points={view.points} />
          <SendCorrection ready={view.ready} />
        </>
      )}
    </div>
  )
}
