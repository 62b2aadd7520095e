import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'
import { Icon } from '#app/ui/icon/icon.tsx'

import type { AskedSource } from './asked-sources.ts'

/** A register that would be read, in the words that let somebody decide. */
export function SourceItem({ name, owner, fields, purpose, legal, until }: AskedSource) {
  const { t } = useTranslation('apply')
  return (
    <li className="ot-source-item">
      <h2 className="govuk-heading-s ot-with-icon"><Icon name="database" /><span>{name} <span className="ot-muted ot-source-item__owner">{owner}</span></span></h2>
      <p className="govuk-body">{purpose}</p>
      <Details summary={t('sources.what', { count: fields.length })}>
        <ul className="govuk-list govuk-list--bullet">{fields.map((field) => <li key={field}>{field}</li>)}</ul>
        <p className="govuk-body ot-small ot-muted">{t('sources.legal', { legal })}<br />{t('sources.until', { date: until })}</p>
      </Details>
    </li>
  )
}
