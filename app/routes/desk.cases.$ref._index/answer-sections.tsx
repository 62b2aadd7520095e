import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'

import type { AnswerRow } from './describe-case.server.ts'

/** What the desk may see of the application: documents, what the applicant said, what registers hold. */
export function AnswerSections({ sections }: { sections: readonly AnswerRow[] }) {
  const { t } = useTranslation('desk')
  const groups = [
    { key: 'given', rows: sections.filter((row) => !row.source && !row.document) },
    { key: 'documents', rows: sections.filter((row) => row.document) },
    { key: 'records', rows: sections.filter((row) => row.source && !row.document) },
  ].filter((group) => group.rows.length > 0)
  return (
    <>
      {groups.map(({ key, rows }) => (
        <SummaryList key={key} title={t(`case.section.${key}`)} rows={rows.map((row) => ({ name: row.label, value: <AnswerValue row={row} />, source: row.source ?? undefined }))} />
      ))}
    </>
  )
}

function AnswerValue({ row }: { row: AnswerRow }) {
  const { t } = useTranslation(['desk', 'cases'])
  if (row.promised) return <Tag colour="yellow">{row.value}</Tag>
  return (
    <>
      {row.file ? <a className="govuk-link" href={row.file.href}><Bdi>{row.value}</Bdi></a> : <span className="ot-desk-value">{row.value}</span>}
      {row.note && <span className="ot-desk-under"><strong>{t(`cases:answers.note.${row.note.key}`, { ref: row.note.ref })}</strong></span>}
      {row.original && <span className="ot-desk-under">{t('case.register_says', { value: row.original })}</span>}
    </>
  )
}
