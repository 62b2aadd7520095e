import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'
import { useLanguage } from '#app/ui/use-language.ts'

import { listWords } from './list-words.ts'

const FEW = 3

/** What was read: a few in a line, many folded away. */
export function ReadFields({ fields }: { fields: readonly string[] }) {
  const { t } = useTranslation('mydata')
  const lang = useLanguage()
  if (fields.length <= FEW) return <span className="ot-looks__under">{listWords(lang, fields)}</span>
  return (
    <Details summary={t('access.fields', { count: fields.length })}>
      <ul className="govuk-list govuk-list--bullet">{fields.map((field) => <li key={field}>{field}</li>)}</ul>
    </Details>
  )
}
