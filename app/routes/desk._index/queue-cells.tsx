import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'
import type { TimeLeft } from '#app/use-cases/time-left.ts'
import { stepLabel } from '#app/view/step-label.ts'
import { TimeLeftLight } from '#app/view/time-left-light.tsx'
import type { QueueRow } from '#db/store.ts'

/** What a row of the queue says, and nothing else. */
export type ShownRow = Pick<QueueRow, 'ref' | 'service' | 'task' | 'round' | 'applicantName' | 'submittedAt' | 'holderName' | 'visitOn'> & { left: TimeLeft }

/** In their order; what is urgent stands beside the ref, in sight on a phone too. */
export const queueColumns = ['case', 'left', 'step', 'applicant', 'received', 'holder'] as const

export function queueCells(t: TFunction, row: ShownRow): Record<(typeof queueColumns)[number], ReactNode> {
  return {
    case: <a className="govuk-link" href={`/desk/cases/${row.ref}`}><Bdi>{row.ref}</Bdi></a>,
    step: (
      <>
        {stepLabel(t, row.service, row.task)}
        <span className="ot-desk-under">{t(`services/${row.service}:title`)}{row.round > 1 && ` · ${t('desk:queue.round', { round: row.round })}`}</span>
      </>
    ),
    applicant: <Bdi>{row.applicantName}</Bdi>,
    received: <FormattedDate value={row.submittedAt} format="short" />,
    holder: row.holderName ? <Bdi>{row.holderName}</Bdi> : <Tag colour="blue">{t('desk:queue.nobody')}</Tag>,
    left: (
      <>
        <TimeLeftLight left={row.left} t={t} />
        {row.visitOn && <span className="ot-desk-under">{t('desk:queue.visit')} <FormattedDate value={row.visitOn} format="short" /></span>}
      </>
    ),
  }
}
