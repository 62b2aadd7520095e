import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'
import { TimeLeftLight } from '#app/view/time-left-light.tsx'

import type { Bar } from './describe-case.server.ts'

/** Which case this is, always in sight. */
export function IdentityBar({ bar }: { bar: Bar }) {
  const { t } = useTranslation('desk')
  return (
    <div className="ot-identity ot-sticky">
      <h1 className="ot-identity__title">
        <Bdi>{bar.applicant}</Bdi>
        <span className="ot-identity__service">{bar.service}</span>
      </h1>
      <dl className="ot-identity__facts">
        <Fact name={t('case.ref')}><Bdi>{bar.ref}</Bdi></Fact>
        <Fact name={t('case.received')}><FormattedDate value={bar.submittedAt} format="short" /></Fact>
        <Fact name={t('case.clock')}>{t('case.used', { used: bar.usedDays, promised: bar.promisedDays })}</Fact>
        <Fact name={t('case.time_left')}>{bar.ended ? <Tag colour="grey">{t(`ends.${bar.ended}`)}</Tag> : <TimeLeftLight left={bar.left} t={t} />}</Fact>
        {!bar.ended && <Fact name={t('case.with')}>{t(`whose.${bar.whose}`)}</Fact>}
      </dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="ot-identity__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
