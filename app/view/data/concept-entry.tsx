import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'

import { ClassificationTag } from './classification-tag.tsx'
import type { ConceptView } from './dictionary-view.ts'
import { ServiceLinks } from './service-links.tsx'

/** One entry of the dictionary; `#name` leads here. */
export function ConceptEntry({ concept }: { concept: ConceptView }) {
  const { t } = useTranslation('data')
  const { name, label, type, classification, holders, askers } = concept
  return (
    <li className="ot-data-concept" id={name}>
      <div>
        <h3 className="govuk-heading-s">{label}</h3>
        <p className="ot-muted ot-data-name"><Bdi>{name}</Bdi></p>
      </div>
      <div>
        <p className="govuk-body">{type}</p>
        <ClassificationTag level={classification} />
      </div>
      <dl className="ot-data-uses">
        {holders.length > 0 && (
          <div>
            <dt>{t('column.holders')}</dt>
            <dd><ul className="govuk-list ot-data-list">{holders.map(({ register, href }) => <li key={href}><a className="govuk-link" href={href}>{register}</a></li>)}</ul></dd>
          </div>
        )}
        {askers.length > 0 && (
          <div>
            <dt>{t('column.askers')}</dt>
            <dd><ServiceLinks services={askers} /></dd>
          </div>
        )}
      </dl>
    </li>
  )
}
