import type { i18n } from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'

import { keptMarkup } from '#app/http/kept-markup.ts'
import { TableRows } from '#app/ui/table/table-rows.tsx'

import { queueCells, queueColumns, type ShownRow } from './queue-cells.tsx'

const columns = queueColumns.map((key) => ({ key }))

/**
 * The queue's rows as markup. A queue is looked at all day and few of its rows have changed since: those that were shown before are not
 * rendered again.
 * @param texts of one language: what is kept is kept for it
 */
export function queueRows(texts: i18n, now: () => number, rows: readonly ShownRow[]): string {
  const keep = kept.get(texts) ?? keptMarkup(now)
  kept.set(texts, keep)
  return rows.map((row) => keep(keyOf(row), () => render(texts, row))).join('')
}

const kept = new WeakMap<i18n, ReturnType<typeof keptMarkup>>()

/** All that the cells are made of. A name may hold anything: its length says where it ends. */
const keyOf = ({ ref, service, task, round, applicantName, submittedAt, holderName, visitOn, left: { light, days } }: ShownRow): string =>
  `${ref} ${service} ${task} ${round} ${submittedAt} ${visitOn} ${light} ${days} ${applicantName.length} ${applicantName} ${holderName ?? ''}`

const render = (texts: i18n, row: ShownRow): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={texts}>
      <TableRows columns={columns} rows={[{ id: row.ref, cells: queueCells(texts.getFixedT(texts.language), row) }]} />
    </I18nextProvider>,
  )
