import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { InsetText } from '#app/ui/inset-text/inset-text.tsx'

/** A document checked before, in words. */
export type EvidenceChoice = { id: string; name: string; checked: string; until: string }

/** The documents that need not be given again, each with its button. */
export function EvidenceChoices({ choices }: { choices: readonly EvidenceChoice[] }) {
  const { t } = useTranslation('apply')
  return (
    <InsetText>
      <h2 className="govuk-heading-s">{t('evidence.heading')}</h2>
      {choices.map(({ id, name, checked, until }) => (
        <div key={id} className="ot-evidence">
          <p className="govuk-body"><strong><bdi>{name}</bdi></strong><br /><span className="ot-small ot-muted">{checked} · {until}</span></p>
          <Button variant="secondary" name="evidence" value={id}>{t('evidence.use')}<span className="govuk-visually-hidden">: {name}</span></Button>
        </div>
      ))}
    </InsetText>
  )
}
