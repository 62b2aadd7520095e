import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'

import { CertificateSheet } from './certificate-sheet.tsx'
import type { CertificateView } from './certificate-view.server.ts'

/** The certificate, to look at and to take along. */
export function CertificateInForce({ certificate }: { certificate: CertificateView }) {
  const { t } = useTranslation('certificate')
  return (
    <>
      <CertificateSheet certificate={certificate} />
      <div className="ot-no-print ot-sheet-actions">
        <Button href={`/certificates/${certificate.code}.pdf`}>{t('download')}</Button>
        <p className="govuk-body ot-muted">{t('download_hint')}</p>
      </div>
    </>
  )
}
