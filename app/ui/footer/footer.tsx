import { useTranslation } from 'react-i18next'

/** The same help and the same links at the foot of every page. */
export function Footer({ path }: { path: string }) {
  const { t } = useTranslation('ui')
  return (
    <footer className="ot-bar ot-footer">
      <div>
        <nav aria-label={t('footer.label')}>
          <ul>
            <li><a className="govuk-link" href="/help">{t('footer.help')}</a></li>
            <li><a className="govuk-link" href="/verify">{t('footer.verify')}</a></li>
            <li><a className="govuk-link" href="/notices">{t('footer.notices')}</a></li>
            <li><a className="govuk-link" href="/data">{t('footer.data')}</a></li>
          </ul>
        </nav>
        <form action="/preferences" method="post">
          <input type="hidden" name="returnTo" value={path} />
          <button className="ot-link-button" name="theme" value="auto">{t('footer.auto')}</button>
        </form>
        <p>{t('product.name')} · {t('footer.note')}</p>
      </div>
    </footer>
  )
}
