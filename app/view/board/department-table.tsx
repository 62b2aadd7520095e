import { useTranslation } from 'react-i18next'

import { Table } from '#app/ui/table/table.tsx'
import type { DepartmentRow } from '#app/use-cases/board/board.ts'

import { useFigures } from './use-figures.ts'

const numbers = ['steps_done', 'median', 'p90', 'steps_open', 'overdue'] as const

/** The work of each department: its steps taken together. */
export function DepartmentTable({ rows }: { rows: readonly DepartmentRow[] }) {
  const { t } = useTranslation('board')
  const { number, orDash } = useFigures()
  const columns = [{ key: 'department', header: t('column.department') }, ...numbers.map((key) => ({ key, header: t(`column.${key}`), numeric: true }))]
  const lines = rows.map(({ department, times, open }) => ({
    id: department,
    cells: {
      department: t(`departments:${department}.name`),
      steps_done: number(times.office.count),
      median: orDash(times.office.median),
      p90: orDash(times.office.p90),
      steps_open: number(open.all),
      overdue: number(open.red),
    },
  }))
  return <Table caption={t('departments.title')} columns={columns} rows={lines} />
}
