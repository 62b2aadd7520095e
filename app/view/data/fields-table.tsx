import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { Table } from '#app/ui/table/table.tsx'

import { ClassificationTag } from './classification-tag.tsx'
import type { FieldView } from './register-view.ts'
import { ServiceLinks } from './service-links.tsx'

/** The fields of one kind of record; each can be linked to. */
export function FieldsTable({ title, fields }: { title: string; fields: readonly FieldView[] }) {
  const { t } = useTranslation('data')
  const columns = [
    { key: 'label', header: t('column.field') },
    { key: 'concept', header: t('column.concept') },
    { key: 'type', header: t('column.type') },
    { key: 'classification', header: t('column.classification') },
    { key: 'askers', header: t('column.askers') },
  ]
  const rows = fields.map(({ anchor, label, concept, type, classification, askers }) => ({
    id: anchor,
    cells: {
      label: <span id={anchor}>{label}</span>,
      concept: <a className="govuk-link ot-data-name" href={`/data/dictionary#${concept}`}><Bdi>{concept}</Bdi></a>,
      type,
      classification: <ClassificationTag level={classification} />,
      askers: <ServiceLinks services={askers} none={t('none')} />,
    },
  }))
  return <Table caption={title} columns={columns} rows={rows} />
}
