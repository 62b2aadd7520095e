import { useTranslation } from 'react-i18next'

import type { Board } from '#app/use-cases/board/board.ts'

import { boardAddress } from './board-period.ts'

/** The same figures as files, for the same period and service. */
export function ExportLinks({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  return (
    <section aria-labelledby="board-export" className="ot-no-print">
      <h2 className="govuk-heading-m" id="board-export">{t('export.title')}</h2>
      <p className="govuk-body">{t('export.explain')}</p>
      <ul className="govuk-list">
        {(['figures', 'turnarounds'] as const).map((what) => (
          <li key={what}><a className="govuk-link" href={boardAddress('/board/export.csv', board.period, { service: board.service, what })}>{t(`export.${what}`)}</a></li>
        ))}
      </ul>
    </section>
  )
}
