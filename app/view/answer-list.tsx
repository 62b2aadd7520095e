import { useTranslation } from 'react-i18next'

import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'

import type { AnswerRow } from './record-rows.ts'

type Props = { title?: string; rows: readonly AnswerRow[]; draft: string; from: 'records' | 'review' }

/** Values of a draft with their sources, and links to change what is the applicant's to change. */
export function AnswerList({ title, rows, draft, from }: Props) {
  const { t } = useTranslation('apply')
  const listed = rows.map((row) => ({
    name: row.name,
    value: <Value {...row} />,
    source: row.source ?? undefined,
    actions: row.change ? [{ href: `/apply/${draft}/${row.field}?from=${from}`, text: t('change'), hiddenText: row.name }] : undefined,
  }))
  return <SummaryList title={title} rows={listed} />
}

function Value({ value, file, registerSays, notHeldBy }: AnswerRow) {
  const { t } = useTranslation('apply')
  if (notHeldBy) return <span className="ot-muted">{t('records.none', { register: notHeldBy })}</span>
  if (value === null) return <span className="ot-muted">{t('notProvided')}</span>
  return (
    <>
      {file ? <a className="govuk-link" href={`/files/${file}`}><bdi>{value}</bdi></a> : <bdi className="ot-lines">{value}</bdi>}
      {registerSays && <span className="ot-block ot-muted ot-small">{t('records.registerSays', { value: registerSays })}</span>}
    </>
  )
}
