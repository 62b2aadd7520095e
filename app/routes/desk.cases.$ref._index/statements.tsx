import { useTranslation } from 'react-i18next'

import { Bdi } from '#app/ui/bdi/bdi.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'

import type { Statement } from '#app/use-cases/open-case-at-desk.ts'

/** Objections and grounds for a review, for the desk that has to answer them. */
export function Statements({ statements }: { statements: readonly Statement[] }) {
  const { t } = useTranslation('desk')
  if (statements.length === 0) return null
  return (
    <section className="ot-card ot-desk-work">
      {statements.map(({ id, kind, at, by, text }) => (
        <div key={id}>
          <h2 className="govuk-heading-m">{t(`statement.${kind}`)}</h2>
          <p className="govuk-body ot-muted"><Bdi>{by}</Bdi> · <FormattedDate value={at} /></p>
          <p className="govuk-body ot-lines" dir="auto">{text}</p>
        </div>
      ))}
    </section>
  )
}
