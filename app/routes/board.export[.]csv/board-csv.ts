import type { TFunction } from 'i18next'

import type { BoardExport } from '#app/use-cases/board/export-board.ts'
import { csvLine } from '#app/view/csv-line.ts'
import { stepLabel } from '#app/view/step-label.ts'


export type What = 'figures' | 'turnarounds'

const kinds = ['received', 'done', 'granted', 'refused', 'lapsed', 'withdrawn', 'on_time', 'late', 'returned'] as const

/** The lines of a file, in the reader's language, one after the other. */
export const boardCsv = (what: What, rows: BoardExport, t: TFunction): AsyncGenerator<string> => (what === 'figures' ? figureLines(rows, t) : turnaroundLines(rows, t))

async function* figureLines(rows: BoardExport, t: TFunction): AsyncGenerator<string> {
  const header = (key: string) => t(`board:csv.${key}`)
  yield csvLine([...['day', 'service'].map(header), ...kinds.map(header)])
  for await (const { day, service, counts } of rows.figures()) yield csvLine([day, t(`services/${service}:title`), ...kinds.map((kind) => counts[kind])])
}

async function* turnaroundLines(rows: BoardExport, t: TFunction): AsyncGenerator<string> {
  yield csvLine(['from', 'to', 'service', 'department', 'step', 'whose', 'count', 'median', 'p90'].map((key) => t(`board:csv.${key}`)))
  for await (const { from, to, service, department, step, whose, spread } of rows.turnarounds()) {
    const name = step === '' ? t('board:csv.whole') : stepLabel(t, service, step)
    yield csvLine([from, to, t(`services/${service}:title`), t(`departments:${department}.name`), name, t(`board:csv.of.${whose}`), spread.count, spread.median, spread.p90])
  }
}
