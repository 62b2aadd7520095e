import { useTranslation } from 'react-i18next'

import { StatCard } from '#app/ui/stat-card/stat-card.tsx'
import { Table } from '#app/ui/table/table.tsx'
import type { Finding } from '#app/use-cases/registers/source-finding.ts'
import type { FieldQuality, RegisterQuality } from '#app/use-cases/registers/source-quality.ts'

import { useFigures } from '../board/use-figures.ts'
import { refreshedLabel } from '../data/data-labels.ts'
import { fieldName, headingOf, qualityColumns } from './quality-view.ts'

/** One register: what a steward should know first, then the figures behind it. */
export function RegisterQualitySection({ quality }: { quality: RegisterQuality & { finding: Finding } }) {
  const { t } = useTranslation('steward')
  const { number, percent } = useFigures()
  const { register, refreshed, requests, noAnswer, wrongAnswer, answered, fields, unused } = quality
  const anchor = `register-${register}`
  return (
    <section aria-labelledby={anchor} className="ot-steward-register">
      <h2 className="govuk-heading-m" id={anchor}>{headingOf(t, quality)}</h2>
      <p className="govuk-body ot-muted">{t('figure.declared', { refreshed: refreshedLabel(t, refreshed) })}</p>
      {requests > 0 && (
        <div className="ot-grid ot-grid--small ot-steward-figures">
          <StatCard label={t('figure.requests')} value={number(requests)} />
          <StatCard label={t('figure.noAnswer')} value={number(noAnswer)} />
          <StatCard label={t('figure.wrongAnswer')} value={number(wrongAnswer)} />
          <StatCard label={t('figure.answered')} value={percent(answered)} />
        </div>
      )}
      {fields.length > 0 && <FieldsOf quality={quality} />}
      {unused > 0 && <p className="govuk-body ot-muted">{t('unused', { count: unused })}</p>}
    </section>
  )
}

function FieldsOf({ quality: { register, fields } }: { quality: RegisterQuality }) {
  const { t } = useTranslation('steward')
  const { number, orDash, percent } = useFigures()
  const cell = (field: FieldQuality, column: (typeof qualityColumns)[number]): string => {
    if (column === 'gap') return percent(field.gap)
    return column === 'age' ? orDash(field.age === null ? null : Math.round(field.age)) : number(field[column])
  }
  const columns = [{ key: 'name', header: t('column.field') }, ...qualityColumns.map((column) => ({ key: column, header: t(`column.${column}`), numeric: true }))]
  const rows = fields.map((field) => ({
    id: `${field.entity}.${field.field}`,
    cells: { name: fieldName(t, register, field), ...Object.fromEntries(qualityColumns.map((column) => [column, cell(field, column)])) },
  }))
  return <Table caption={t('table', { register: t(`registers:${register}.name`) })} columns={columns} rows={rows} />
}
