import { useTranslation } from 'react-i18next'

import { formatDate } from '#app/i18n/dates.ts'
import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { useLanguage } from '#app/ui/use-language.ts'
import type { MyCase } from '#app/use-cases/list-my-cases.ts'
import { CaseStatusTag } from '#app/view/case-status-tag.tsx'
import { nameOrErased } from '#app/view/name-or-erased.ts'
import { TimeLeftLight } from '#app/view/time-left-light.tsx'
import { stepLabel } from '#app/view/step-label.ts'

/** A case in a list: what, how it stands, how long still, what comes next. */
export function CaseCard({ row }: { row: MyCase }) {
  const { t } = useTranslation(['cases', 'privacy', `services/${row.service}`])
  const lang = useLanguage()
  const { ref, service, end, endedAt } = row
  const at = endedAt === null ? t('list.sent', { date: formatDate(row.submittedAt, lang) }) : t('list.ended', { date: formatDate(endedAt, lang) })
  return (
    <li className={row.asks ? 'ot-card ot-card--urgent' : 'ot-card'}>
      <h3 className="ot-case-list__title"><a className="govuk-link ot-card__link" href={`/cases/${ref}`}>{t(`services/${service}:title`)}</a></h3>
      <p className="ot-cluster ot-case-list__line">
        <CaseStatusTag end={end} whose={row.whose} />
        {row.left && <TimeLeftLight left={row.left} t={t} />}
      </p>
      <Next row={row} />
      <p className="ot-muted ot-small ot-case-list__line"><Bdi>{ref}</Bdi> · {at}{row.company && <> · <bdi>{nameOrErased(t, row.applicantName)}</bdi></>}</p>
    </li>
  )
}

/** The one thing to know: what to do, or where it is. */
function Next({ row }: { row: MyCase }) {
  const { t } = useTranslation(['cases', `services/${row.service}`])
  const step = row.steps[0]
  if (row.asks) return <p className="ot-case-list__line"><strong>{t(`list.${row.asks}`)}</strong></p>
  if (row.end === 'granted') return <p className="ot-case-list__line">{t('list.see_result')}</p>
  if (row.end === 'refused') return <p className="ot-case-list__line">{t('list.see_letter')}</p>
  return step ? <p className="ot-case-list__line">{t('list.now', { step: stepLabel(t, row.service, step.name) })}</p> : null
}
