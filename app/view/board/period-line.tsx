import { useTranslation } from 'react-i18next'

import { formatDate } from '#app/i18n/dates.ts'
import { useLanguage } from '#app/ui/use-language.ts'
import type { Board } from '#app/use-cases/board/board.ts'
import type { Period } from '#app/use-cases/board/period.ts'

/** Which days the figures are of, and what they are compared with. */
export function PeriodLine({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const language = useLanguage()
  const inWords = ({ from, to }: Period) => ({ from: formatDate(from, language), to: formatDate(to, language) })
  return (
    <p className="govuk-body ot-muted">
      {t('period.shown', inWords(board.period))} {t('period.compared', inWords(board.before))}
    </p>
  )
}
