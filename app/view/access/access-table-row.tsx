import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'

import type { AccessRow } from './access-row.ts'
import { ReadFields } from './read-fields.tsx'

/** One look: what the column says stands beside it where there are no columns. */
export function AccessTableRow({ row }: { row: AccessRow }) {
  const { t } = useTranslation('mydata')
  const { id, at, who, how, purpose, service, whose, ref, source, fields, legal, questionable } = row
  return (
    <tr className="govuk-table__row" role="row">
      <th className="govuk-table__header" scope="row" role="rowheader"><FormattedDate value={at} format="time" /></th>
      <Cell column={t('access.column.who')}><bdi>{who}</bdi>{how && <Under>{how}</Under>}</Cell>
      <Cell column={t('access.column.purpose')}>
        {purpose}
        {service && <Under>{service}{ref && <> · <a className="govuk-link" href={`/cases/${ref}`}><Bdi>{ref}</Bdi></a></>}</Under>}
        {whose && <Under>{t('access.for')} <bdi>{whose}</bdi></Under>}
        {legal && <Under>{t('access.legal')} <bdi>{legal}</bdi></Under>}
      </Cell>
      <Cell column={t('access.column.fields')}>{source}<ReadFields fields={fields} /></Cell>
      <td className="govuk-table__cell ot-looks__question" role="cell">
        {questionable && <a className="govuk-link" href={`/my-data/access/${id}/question`}>{t('access.question')}<span className="govuk-visually-hidden">: {who}, <FormattedDate value={at} format="time" /></span></a>}
      </td>
    </tr>
  )
}

function Cell({ column, children }: { column: string; children: ReactNode }) {
  return (
    <td className="govuk-table__cell" role="cell">
      <span className="ot-looks__column" aria-hidden="true">{column}</span>
      <div>{children}</div>
    </td>
  )
}

const Under = ({ children }: { children: ReactNode }) => <span className="ot-looks__under">{children}</span>
