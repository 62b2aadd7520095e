import { useTranslation } from 'react-i18next'

import type { Saved } from '#app/kernel/records/saved.ts'
import { Icon } from '#app/ui/icon/icon.tsx'

/** What shared records saved, in a line for each. */
export function SavedNote({ fields, documents, trips }: Saved) {
  const { t } = useTranslation('cases')
  return (
    <section className="ot-card ot-saved" aria-labelledby="saved">
      <h2 className="govuk-heading-s" id="saved">{t('saved.title')}</h2>
      <ul className="govuk-list">
        {([['edit', 'fields', fields], ['file', 'documents', documents], ['route', 'trips', trips]] as const).map(([icon, key, count]) => (
          <li key={key} className="ot-with-icon"><Icon name={icon} /><span>{t(`saved.${key}`, { count })}</span></li>
        ))}
      </ul>
    </section>
  )
}
