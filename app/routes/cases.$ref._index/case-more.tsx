import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'

/** Where else to go from a case, and whom to call. */
export function CaseMore({ caseRef, lead, mayWithdraw }: { caseRef: string; lead: string; mayWithdraw: boolean }) {
  const { t } = useTranslation(['cases', 'departments'])
  return (
    <section className="ot-no-print" aria-labelledby="more">
      <h2 className="govuk-heading-m" id="more">{t('more.heading')}</h2>
      <ul className="govuk-list govuk-list--spaced">
        <li><a className="govuk-link" href={`/cases/${caseRef}/receipt`}>{t('more.receipt')}</a></li>
        {mayWithdraw && <li><a className="govuk-link" href={`/cases/${caseRef}/withdraw`}>{t('more.withdraw')}</a></li>}
        <li className="ot-case-contact">{t('more.contact')} {t(`departments:${lead}.name`)} <Bdi>{t(`departments:${lead}.phone`)}</Bdi></li>
      </ul>
    </section>
  )
}
