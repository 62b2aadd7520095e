import { useTranslation } from 'react-i18next'

/** Where this page stands; the last has no link when it is this page. */
export function Breadcrumbs({ items }: { items: readonly { href?: string; text: string }[] }) {
  const { t } = useTranslation('ui')
  return (
    <nav className="govuk-breadcrumbs" aria-label={t('breadcrumbs')}>
      <ol className="govuk-breadcrumbs__list">
        {items.map(({ href, text }) => (
          <li key={text} className="govuk-breadcrumbs__list-item" aria-current={href ? undefined : 'page'}>
            {href ? <a className="govuk-breadcrumbs__link" href={href}>{text}</a> : text}
          </li>
        ))}
      </ol>
    </nav>
  )
}
