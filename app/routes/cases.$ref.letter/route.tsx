import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { notFound } from '#app/http/not-found.ts'
import { pageData } from '#app/http/page-data.server.ts'
import { PRIVATE, requireCase } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { holderOf } from '#app/kernel/case/case-state.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Button } from '#app/ui/button/button.tsx'
import { DecisionLetter } from '#app/view/decision-letter.tsx'
import { RefusalLetter } from '#app/view/refusal-letter.tsx'
import { nameOrErased } from '#app/view/name-or-erased.ts'

import { letterOf } from './letter-of.ts'
import { refusalOf } from './refusal-of.ts'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const { followed } = await requireCase(portal, request, params.ref)
  const refusal = refusalOf(followed)
  const told = letterOf(followed)
  const found = refusal ?? told
  if (!found) throw notFound()
  const { t } = await textsFor(portal, request)
  const { state, definition } = followed
  const letter = {
    service: state.service,
    applicant: nameOrErased(t, holderOf(state.applicant)),
    template: refusal ? null : (told?.template ?? null),
    reasons: found.reasons.map(({ code, text }) => ({ reasonText: t(`services/${state.service}:reasons.${code}`), text })),
    legal: t(`services/${state.service}:legal`),
    department: refusal ? definition.lead : (told?.department ?? definition.lead),
    again: definition.opens === 'by_applicant',
    at: found.at,
  }
  return pageData({ title: pageTitle(t, t('cases:letter.title')), ref: state.ref, letter }, { headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Letter() {
  const { ref, letter } = useLoaderData<typeof loader>()
  const { service, at, template, legal, again, ...text } = letter
  const { t } = useTranslation(['cases', `services/${service}`])
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${ref}`} text={t('back_to_case')} />
      <p className="govuk-caption-l"><Bdi>{ref}</Bdi></p>
      <h1 className="govuk-heading-l">{t(`services/${service}:title`)}</h1>
      <div className="ot-card ot-letter-sheet">{template === null ? <RefusalLetter {...text} legal={legal} service={service} on={at} /> : <DecisionLetter {...text} template={template} service={service} on={at} />}</div>
      <p className="govuk-body ot-muted ot-no-print">{t('letter.print')}</p>
      {again && <Button href={`/services/${service}`} variant="secondary">{t('result.again')}</Button>}
    </div>
  )
}
