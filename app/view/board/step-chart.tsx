import { useTranslation } from 'react-i18next'

import { StackedBar } from '#app/ui/charts/stacked-bar.tsx'
import type { Board, StepRow } from '#app/use-cases/board/board.ts'
import { stepLabel } from '#app/view/step-label.ts'

import { boardAddress } from './board-period.ts'
import { useFigures } from './use-figures.ts'

/** More bars than this nobody reads; the service's own page has them all. */
const MOST_BARS = 8

/** Whose time each step takes; the slowest step is the title. */
export function StepChart({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const { days } = useFigures()
  if (board.steps.length === 0) return null
  const { slowest, service } = board
  const isSlowest = (row: { service: string; step: string }): boolean => row.service === slowest?.service && row.step === slowest.step
  const nameOf = (row: { service: string; step: string }): string => {
    const step = stepLabel(t, row.service, row.step)
    return service === null ? t('steps.of_service', { step, service: t(`services/${row.service}:title`) }) : step
  }
  const rows = service === null ? longest(board.steps, isSlowest) : board.steps
  const over = slowest !== null && slowest.p90 > slowest.within
  const finding = slowest === null ? 'none' : over ? 'over' : 'within'
  const steps = rows.map((row) => ({
    name: nameOf(row),
    href: service === null ? boardAddress(`/board/services/${row.service}`, board.period) : undefined,
    office: row.times.office.median ?? 0,
    applicant: row.times.applicant.median ?? 0,
    other: row.times.other.median ?? 0,
  }))
  return (
    <StackedBar
      level={2}
      title={t(`steps.${finding}`, slowest ? { step: nameOf(slowest), p90: days(slowest.p90), within: days(slowest.within) } : {})}
      note={t(service === null ? 'steps.note_longest' : 'steps.note')}
      steps={steps}
      worst={slowest && over ? nameOf(slowest) : null}
    />
  )
}

/** The steps with the longest medians, the slowest among them, in the order they came. */
function longest(steps: readonly StepRow[], isSlowest: (row: StepRow) => boolean): StepRow[] {
  const medianOf = ({ times }: StepRow): number => (times.office.median ?? 0) + (times.applicant.median ?? 0) + (times.other.median ?? 0)
  const sorted = [...steps].sort((one, other) => Number(isSlowest(other)) - Number(isSlowest(one)) || medianOf(other) - medianOf(one))
  const kept = new Set(sorted.slice(0, MOST_BARS))
  return steps.filter((row) => kept.has(row))
}
