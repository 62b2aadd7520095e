import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'

const notes = ['gap', 'age', 'changed', 'differs', 'refused'] as const

/** What the columns mean. */
export function QualityNotes() {
  const { t } = useTranslation('steward')
  return (
    <Details summary={t('notes.summary')}>
      <ul className="govuk-list govuk-list--bullet">{notes.map((note) => <li key={note}>{t(`notes.${note}`)}</li>)}</ul>
    </Details>
  )
}
