import { type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

import { pageData } from '#app/http/page-data.server.ts'
import { requireCitizenOf } from '#app/http/require-assurance.server.ts'
import { notFound } from '#app/http/not-found.ts'
import { PRIVATE } from '#app/http/require-case.server.ts'
import { pageTitle, textsFor } from '#app/http/texts.server.ts'
import { portalOf } from '#app/portal.server.ts'
import { BackLink } from '#app/ui/back-link/back-link.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { NotificationBanner } from '#app/ui/notification-banner/notification-banner.tsx'
import { openCertificates } from '#app/use-cases/open-certificates.ts'

import { CertificateInForce } from './certificate-in-force.tsx'
import { type CertificateView, certificateView } from './certificate-view.server.ts'
import { RevokedCertificate } from './revoked-certificate.tsx'
import { SuspendedCertificate } from './suspended-certificate.tsx'

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const portal = portalOf(context)
  const actor = await requireCitizenOf(portal, request, params.ref)
  const opened = await openCertificates(portal.env, actor, params.ref ?? '')
  if (!opened) throw notFound()
  const { t, lang } = await textsFor(portal, request)
  const { origin, searchParams } = new URL(request.url)
  const certificates = await Promise.all(opened.map((one) => certificateView(t, lang, origin, one)))
  // Sent here by the PDF's address when it can't be drawn.
  const unprintable = searchParams.has('unprintable')
  return pageData({ title: pageTitle(t, t('certificate:title')), ref: params.ref, certificates, unprintable }, { status: unprintable ? 503 : 200, headers: PRIVATE })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function CertificatePage() {
  const { t } = useTranslation(['certificate', 'cases'])
  const { ref, certificates, unprintable } = useLoaderData<typeof loader>()
  return (
    <div className="ot-narrow">
      <BackLink href={`/cases/${ref}`} text={t('cases:back_to_case')} />
      {unprintable && <NotificationBanner tone="urgent" title={t('unprintable')}><p className="govuk-body">{t('unprintable_text')}</p></NotificationBanner>}
      <h1 className="govuk-heading-l ot-no-print">{t(certificates.length > 0 ? 'title' : 'none')}</h1>
      {certificates.length === 0 && <InsetText>{t('none_text')}</InsetText>}
      {certificates.map((certificate) => (
        <section key={certificate.code} aria-label={certificate.text.title}>
          <OneCertificate certificate={certificate} />
        </section>
      ))}
    </div>
  )
}

function OneCertificate({ certificate }: { certificate: CertificateView }) {
  if (certificate.revokedOn) return <RevokedCertificate certificate={certificate} on={certificate.revokedOn} />
  return certificate.suspended ? <SuspendedCertificate certificate={certificate} days={certificate.suspended} /> : <CertificateInForce certificate={certificate} />
}
