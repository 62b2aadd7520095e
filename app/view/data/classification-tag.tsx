import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'
import { Tag, type TagColour } from '#app/ui/tag/tag.tsx'
import type { Classification } from '#app/kernel/definition/surroundings.ts'

const colours: Record<Classification, TagColour> = { public: 'green', internal: 'grey', personal: 'blue', sensitive: 'purple' }

const levels = ['public', 'internal', 'personal', 'sensitive'] as const satisfies readonly Classification[]

/** How carefully a value is to be kept, in a word. */
export function ClassificationTag({ level }: { level: Classification }) {
  const { t } = useTranslation('data')
  return <Tag colour={colours[level]}>{t(`classification.${level}`)}</Tag>
}

/** What the words mean. */
export function ClassificationHelp() {
  const { t } = useTranslation('data')
  return (
    <Details summary={t('classified.summary')}>
      <ul className="govuk-list ot-stack">
        {levels.map((level) => <li key={level}><ClassificationTag level={level} /> {t(`classified.${level}`)}</li>)}
      </ul>
    </Details>
  )
}
