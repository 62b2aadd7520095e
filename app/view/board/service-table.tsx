import { useTranslation } from 'react-i18next'

import { Table } from '#app/ui/table/table.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'
import type { Board, ServiceRow } from '#app/use-cases/board/board.ts'
import { ON_TIME_TARGET, onTimeShare, returnedShare } from '#app/use-cases/board/counts.ts'

import { boardAddress } from './board-period.ts'
import { useFigures } from './use-figures.ts'

const numbers = ['received', 'done', 'open', 'median', 'p90', 'returned', 'on_time'] as const

/** Every service in a line, those least often on time first. */
export function ServiceTable({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const { number, orDash, percent } = useFigures()
  const columns = [{ key: 'service', header: t('column.service') }, ...numbers.map((key) => ({ key, header: t(`column.${key}`), numeric: true }))]
  return <Table caption={t('services.title')} columns={columns} rows={board.services.map((row) => ({ id: row.service, cells: cellsOf(row) }))} />

  function cellsOf({ service, counts, times, open }: ServiceRow) {
    const share = onTimeShare(counts)
    return {
      service: <a className="govuk-link" href={boardAddress(`/board/services/${service}`, board.period)}>{t(`services/${service}:title`)}</a>,
      received: number(counts.received),
      done: number(counts.done),
      open: number(open.all),
      median: orDash(times.office.median),
      p90: orDash(times.office.p90),
      returned: percent(returnedShare(counts)),
      on_time: <>{share !== null && share < ON_TIME_TARGET && <Tag colour="red">{t('services.below_target')}</Tag>} {percent(share)}</>,
    }
  }
}
