import { useTranslation } from 'react-i18next'

import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { WarningText } from '#app/ui/warning-text/warning-text.tsx'

import type { CertificateView } from './certificate-view.server.ts'

type Props = { certificate: CertificateView; days: { from: string; until: string } }

/** A certificate that does not hold for the time being: which one, from when until when; nothing that could be shown to somebody. */
export function SuspendedCertificate({ certificate: { text }, days }: Props) {
  const { t } = useTranslation('certificate')
  return (
    <>
      <WarningText>{t('suspended', days)}</WarningText>
      <p className="govuk-body">{t('suspended_text')}</p>
      <SummaryList
        rows={[
          { name: t('verify.type'), value: text.title },
          { name: text.number.label, value: <bdi>{text.number.value}</bdi> },
          { name: t('suspended_from'), value: days.from },
          { name: t('suspended_until'), value: days.until },
        ]}
      />
    </>
  )
}
