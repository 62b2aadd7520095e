import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { Table } from '#app/ui/table/table.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'
import type { TimeLeft } from '#app/use-cases/time-left.ts'
import { TimeLeftLight } from '#app/view/time-left-light.tsx'
import { stepLabel } from '#app/view/step-label.ts'
import type { QueueRow } from '#db/store.ts'

type Row = QueueRow & { left: TimeLeft }

/** The rows of the queue, most urgent first; what is urgent stands beside the ref, in sight on a phone too. */
export function QueueTable({ rows, filtered }: { rows: readonly Row[]; filtered: boolean }) {
  const { t } = useTranslation(['desk', ...new Set(rows.map((row) => `services/${row.service}`))])
  if (rows.length === 0) return <InsetText>{t(filtered ? 'queue.none_match' : 'queue.empty')}</InsetText>
  const columns = ['case', 'left', 'step', 'applicant', 'received', 'holder'].map((key) => ({ key, header: t(`queue.column.${key}`) }))
  return (
    <div className="ot-queue">
      <Table caption={t('queue.title')} captionHidden columns={columns} rows={rows.map((row) => ({ id: `${row.caseId}${row.task}${row.desk}`, cells: cellsOf(row) }))} />
    </div>
  )

  function cellsOf(row: Row) {
    return {
      case: <a className="govuk-link" href={`/desk/cases/${row.ref}`}><Bdi>{row.ref}</Bdi></a>,
      step: (
        <>
          {stepLabel(t, row.service, row.task)}
          <span className="ot-desk-under">{t(`services/${row.service}:title`)}{row.round > 1 && ` · ${t('queue.round', { round: row.round })}`}</span>
        </>
      ),
      applicant: <Bdi>{row.applicantName}</Bdi>,
      received: <FormattedDate value={row.submittedAt} format="short" />,
      holder: row.holderName ? <Bdi>{row.holderName}</Bdi> : <Tag colour="blue">{t('queue.nobody')}</Tag>,
      left: (
        <>
          <TimeLeftLight left={row.left} t={t} />
          {row.visitOn && <span className="ot-desk-under">{t('queue.visit')} <FormattedDate value={row.visitOn} format="short" /></span>}
        </>
      ),
    }
  }
}
