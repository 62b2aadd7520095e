import { useTranslation } from 'react-i18next'

import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'

import type { AnswerRow } from './record-rows.ts'

type Props = { title?: string; rows: readonly AnswerRow[]; draft: string; from: 'records' | 'review' }

/** Values of a draft with their sources, and links to change what is the applicant's to change. */
export function AnswerList({ title, rows, draft, from }: Props) {
  const { t } = useTranslation('apply')
  const actionsOf = ({ change, disputable, field, name }: AnswerRow) => {
    if (change) return [{ href: `/apply/${draft}/${field}?from=${from}`, text: t('change'), hiddenText: name }]
    return disputable && from === 'records' ? [{ href: `/apply/${draft}/wrong/${field}`, text: t('records.wrong'), hiddenText: name }] : undefined
  }
  const listed = rows.map((row) => ({
    name: row.name,
    value: <Value {...row} />,
    source: row.source ?? undefined,
    actions: actionsOf(row),
  }))
  return <SummaryList title={title} rows={listed} />
}

function Value({ value, file, registerSays, notHeldBy, disputed }: AnswerRow) {
  const { t } = useTranslation('apply')
  if (notHeldBy) return <span className="ot-muted">{t('records.none', { register: notHeldBy })}</span>
  if (value === null) return <span className="ot-muted">{t('notProvided')}</span>
  return (
    <>
      {file ? <a className="govuk-link" href={`/files/${file}`}><bdi>{value}</bdi></a> : <bdi className="ot-lines">{value}</bdi>}
      {registerSays && <span className="ot-block ot-muted ot-small">{t('records.registerSays', { value: registerSays })}</span>}
      {disputed && <span className="ot-block ot-muted ot-small">{t('records.disputed', { ref: disputed })}</span>}
    </>
  )
}
