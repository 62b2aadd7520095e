import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'

import { ClassificationTag } from './classification-tag.tsx'
import type { FieldView } from './register-view.ts'
import { ServiceLinks } from './service-links.tsx'

/** The fields of one kind of record; each can be linked to. */
export function FieldList({ title, fields }: { title: string; fields: readonly FieldView[] }) {
  return (
    <>
      <h3 className="govuk-heading-m">{title}</h3>
      <ul className="ot-data-dictionary">{fields.map((field) => <Field key={field.anchor} field={field} />)}</ul>
    </>
  )
}

function Field({ field: { anchor, label, concept, type, classification, askers } }: { field: FieldView }) {
  const { t } = useTranslation('data')
  return (
    <li className="ot-data-concept" id={anchor}>
      <div>
        <h4 className="govuk-heading-s">{label}</h4>
        <a className="govuk-link ot-data-name" href={`/data/dictionary#${concept}`}><Bdi>{concept}</Bdi></a>
      </div>
      <div>
        <p className="govuk-body">{type}</p>
        <ClassificationTag level={classification} />
      </div>
      {askers.length > 0 && (
        <dl className="ot-data-uses">
          <div>
            <dt>{t('column.askers')}</dt>
            <dd><ServiceLinks services={askers} /></dd>
          </div>
        </dl>
      )}
    </li>
  )
}
