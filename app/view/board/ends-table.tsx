import { useTranslation } from 'react-i18next'

import { Table } from '#app/ui/table/table.tsx'
import type { Counts } from '#app/use-cases/board/counts.ts'

import { useFigures } from './use-figures.ts'

const ends = ['granted', 'refused', 'lapsed', 'withdrawn'] as const

/** How cases ended, with their shares; and how many letters went back to applicants. */
export function EndsTable({ counts }: { counts: Counts }) {
  const { t } = useTranslation('board')
  const { number, percent } = useFigures()
  const shareOf = (part: number, whole: number): string => percent(whole === 0 ? null : part / whole)
  const rows = ends.map((end) => ({ id: end, cells: { name: t(`ends.${end}`), number: number(counts[end]), share: shareOf(counts[end], counts.done) } }))
  const returned = { id: 'returned', cells: { name: t('ends.returned'), number: number(counts.returned), share: shareOf(counts.returned, counts.received) } }
  const columns = [{ key: 'name', header: t('ends.column') }, { key: 'number', header: t('ends.number'), numeric: true }, { key: 'share', header: t('ends.share'), numeric: true }]
  return <Table caption={t('ends.title')} columns={columns} rows={[...rows, returned]} />
}
