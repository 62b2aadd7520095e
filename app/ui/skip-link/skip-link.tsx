import { useTranslation } from 'react-i18next'

/** First in the page: past the header by one key. */
export function SkipLink() {
  const { t } = useTranslation('ui')
  return <a href="#main" className="govuk-skip-link">{t('skip')}</a>
}
