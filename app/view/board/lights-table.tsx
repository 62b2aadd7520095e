import { useTranslation } from 'react-i18next'

import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Light } from '#app/ui/light/light.tsx'
import { Table } from '#app/ui/table/table.tsx'
import type { Lights } from '#app/use-cases/board/lights.ts'
import type { OpenStep, OpenWork } from '#app/use-cases/board/open-work.ts'
import { stepLabel } from '#app/view/step-label.ts'

import { useFigures } from './use-figures.ts'

const colours = ['red', 'yellow', 'green'] as const

/** Open cases of each service by light. */
export function ServiceLights({ work }: { work: OpenWork }) {
  const { t } = useTranslation('board')
  const lightCells = useLightCells()
  const rows = Object.entries(work.services).map(([service, lights]) => ({ id: service, cells: { name: t(`services/${service}:title`), ...lightCells(lights) } }))
  return <Table caption={t('lights.services')} columns={[{ key: 'name', header: t('column.service') }, ...useLightColumns()]} rows={rows} />
}

/** Open work at each step by light; which step has waited longest. */
export function StepLights({ steps, withService }: { steps: readonly OpenStep[]; withService: boolean }) {
  const { t } = useTranslation('board')
  const lightCells = useLightCells()
  const rows = steps.map(({ service, task, lights, oldestAt }) => {
    const step = stepLabel(t, service, task)
    const name = withService ? t('steps.of_service', { step, service: t(`services/${service}:title`) }) : step
    return { id: `${service} ${task}`, cells: { name, ...lightCells(lights), oldest: <FormattedDate value={oldestAt} format="short" /> } }
  })
  const columns = [{ key: 'name', header: t('column.step') }, ...useLightColumns(), { key: 'oldest', header: t('column.oldest'), numeric: true }]
  return <Table caption={t('lights.steps')} columns={columns} rows={rows} />
}

function useLightColumns() {
  const { t } = useTranslation('board')
  return [
    ...colours.map((colour) => ({ key: colour, header: <Light colour={colour} />, numeric: true })),
    { key: 'stopped', header: t('lights.stopped'), numeric: true },
    { key: 'all', header: t('lights.all'), numeric: true },
  ]
}

function useLightCells() {
  const { number } = useFigures()
  return ({ red, yellow, green, stopped, all }: Lights) => ({ red: number(red), yellow: number(yellow), green: number(green), stopped: number(stopped), all: number(all) })
}
