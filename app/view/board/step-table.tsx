import { useTranslation } from 'react-i18next'

import { Table } from '#app/ui/table/table.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'
import type { StepRow } from '#app/use-cases/board/board.ts'
import { stepLabel } from '#app/view/step-label.ts'

import { useFigures } from './use-figures.ts'

const owners = ['office', 'applicant', 'other'] as const
const numbers = ['count', 'median', 'p90', 'limit'] as const

/** The steps of one service in the order of the flow, each with whose time it took. */
export function StepTable({ steps }: { steps: readonly StepRow[] }) {
  const { t } = useTranslation('board')
  const { number, orDash } = useFigures()
  const columns = [
    ...['step', 'department', 'whose'].map((key) => ({ key, header: t(`column.${key}`) })),
    ...numbers.map((key) => ({ key, header: t(`column.${key}`), numeric: true })),
  ]
  const rows = steps.flatMap(({ service, departments, step, times, within }) =>
    owners.filter((whose) => times[whose].count > 0).map((whose) => {
      const { count, median, p90 } = times[whose]
      const over = whose === 'office' && within !== null && p90 !== null && p90 > within
      return {
        id: `${step} ${whose}`,
        cells: {
          step: stepLabel(t, service, step),
          department: departments.map((department) => t(`departments:${department}.name`)).join(' · '),
          whose: t(`csv.of.${whose}`),
          count: number(count),
          median: orDash(median),
          p90: <>{over && <Tag colour="red">{t('steps.over_limit')}</Tag>} {orDash(p90)}</>,
          limit: whose === 'office' ? orDash(within) : '–',
        },
      }
    }),
  )
  return <Table caption={t('steps.title')} columns={columns} rows={rows} />
}
