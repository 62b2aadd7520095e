import { useTranslation } from 'react-i18next'

import { Icon } from '#app/ui/icon/icon.tsx'
import { isIconName } from '#app/ui/icon/icons.ts'

import { Fees } from './fees.tsx'
import type { GuideView } from './guide-view.ts'

export function GuideHead({ guide }: { guide: GuideView }) {
  const { t } = useTranslation('portal')
  return (
    <div className="ot-guide__head">
      <p className="ot-print-only">{t('guide.notice')}</p>
      <p className="ot-guide__department ot-with-icon"><Icon name={isIconName(guide.icon) ? guide.icon : 'file'} />{guide.department}</p>
      <h1 className="govuk-heading-xl">{guide.title}</h1>
      <p className="govuk-body-l">{guide.summary}</p>
    </div>
  )
}

/** What you get, who can apply, how long it takes, what it costs, how often you come. */
export function GuideFacts({ guide }: { guide: GuideView }) {
  const { t } = useTranslation('portal')
  return (
    <div className="ot-guide__facts">
      <dl className="ot-guide__table">
        <Fact name={t('guide.get')}>{guide.outcome}</Fact>
        <Fact name={t('guide.who')}>{guide.who}</Fact>
        <Fact name={t('guide.time')}>
          <strong>{guide.promise}</strong>
          <span className="ot-muted ot-small">{t('guide.limit', { days: guide.limit })}</span>
        </Fact>
        <Fact name={t('guide.cost')}><Fees fees={guide.fees} /></Fact>
        <Fact name={t('guide.trips')}>
          <strong>{guide.trips}</strong>
          {guide.tripReason && <span className="ot-muted ot-small">{guide.tripReason}</span>}
          {guide.guarantee.siteVisits > 0 && <span className="ot-muted ot-small">{t('guide.siteVisits', { count: guide.guarantee.siteVisits })}</span>}
        </Fact>
        <Fact name={t('guide.apply')}>{guide.channels}</Fact>
        <Fact name={t('guide.delivery.label')}>{guide.delivery}</Fact>
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
