import { useTranslation } from 'react-i18next'

import { Icon } from '#app/ui/icon/icon.tsx'

const promises = [
  { key: 'records', icon: 'database' },
  { key: 'days', icon: 'clock' },
  { key: 'trip', icon: 'route' },
] as const

/** What holds for every service here. */
export function Promises() {
  const { t } = useTranslation('portal')
  return (
    <section className="ot-promises" aria-labelledby="promises">
      <h2 className="govuk-heading-l" id="promises">{t('promises.heading')}</h2>
      <ul className="ot-grid">
        {promises.map(({ key, icon }) => (
          <li key={key}>
            <Icon name={icon} />
            <h3 className="govuk-heading-s">{t(`promises.${key}.title`)}</h3>
            <p className="govuk-body">{t(`promises.${key}.text`)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
