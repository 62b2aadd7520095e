import { useTranslation } from 'react-i18next'

import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'

import type { CertificateView } from './certificate-view.server.ts'

/** A certificate that was taken back: which one it was and since when, nothing that could be shown to somebody. */
export function RevokedCertificate({ certificate: { text }, on }: { certificate: CertificateView; on: string }) {
  const { t } = useTranslation('certificate')
  return (
    <>
      <WarningText>{t('revoked')}</WarningText>
      <p className="govuk-body">{t('revoked_text')}</p>
      <SummaryList
        rows={[
          { name: t('verify.type'), value: text.title },
          { name: text.number.label, value: <bdi>{text.number.value}</bdi> },
          { name: t('revoked_on'), value: on },
        ]}
      />
    </>
  )
}
