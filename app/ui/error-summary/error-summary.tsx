import { useTranslation } from 'react-i18next'

/** What is wrong, at the top of the page, each line a link to its field. enhance.js moves the focus here. */
export function ErrorSummary({ items, title }: { items: readonly { href?: string; text: string }[]; title?: string }) {
  const { t } = useTranslation('ui')
  if (items.length === 0) return null
  return (
    <div className="govuk-error-summary" data-error-summary="" tabIndex={-1}>
      {/* The alert stands inside, as in govuk-frontend: some readers repeat an alert that takes the focus. */}
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title ?? t('error.summary')}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {items.map(({ href, text }) => (
              <li key={`${href} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
