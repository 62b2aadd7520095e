import { useTranslation } from 'react-i18next'

/** One step back, at the top of a page. */
export function BackLink({ href, text }: { href: string; text?: string }) {
  const { t } = useTranslation('ui')
  return <a href={href} className="govuk-back-link">{text ?? t('back')}</a>
}
