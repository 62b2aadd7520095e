import { useTranslation } from 'react-i18next'

import { InsetText } from '#app/ui/inset-text/inset-text.tsx'
import { RenderedTable } from '#app/ui/table/table.tsx'

import { queueColumns } from './queue-cells.tsx'

/** The rows of the queue, most urgent first. @param rows their markup; none: an empty text */
export function QueueTable({ rows, filtered }: { rows: string; filtered: boolean }) {
  const { t } = useTranslation('desk')
  if (rows === '') return <InsetText>{t(filtered ? 'queue.none_match' : 'queue.empty')}</InsetText>
  return (
    <div className="ot-queue">
      <RenderedTable caption={t('queue.title')} captionHidden columns={queueColumns.map((key) => ({ key, header: t(`queue.column.${key}`) }))} rows={rows} />
    </div>
  )
}
