import { useTranslation } from 'react-i18next'

import { Icon } from '../icon/icon.tsx'

/** Pages by key have neighbours but no numbers. */
export function Pagination({ previous, next, label }: { previous?: string; next?: string; label?: string }) {
  const { t } = useTranslation('ui')
  if (!previous && !next) return null
  return (
    <nav className="govuk-pagination" aria-label={label ?? t('pagination.label')}>
      {previous && (
        <div className="govuk-pagination__prev">
          <a className="govuk-link govuk-pagination__link" href={previous} rel="prev"><Icon name="previous" />{t('pagination.previous')}</a>
        </div>
      )}
      {next && (
        <div className="govuk-pagination__next">
          <a className="govuk-link govuk-pagination__link" href={next} rel="next">{t('pagination.next')}<Icon name="next" /></a>
        </div>
      )}
    </nav>
  )
}
