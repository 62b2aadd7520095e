import { useTranslation } from 'react-i18next'

import { Button } from '#app/ui/button/button.tsx'
import { SummaryList } from '#app/ui/summary-list/summary-list.tsx'

import type { MandateRow } from './mandates-view.ts'

/** Mandates, each with the button that ends it. */
export function MandateList({ rows, button }: { rows: readonly MandateRow[]; button: 'give_back' | 'take_back' }) {
  const { t } = useTranslation('mandates')
  return (
    <>
      {rows.map((row) => (
        <section key={row.id} className="ot-mandate" aria-label={row.who}>
          <SummaryList
            title={row.who}
            level={3}
            rows={[
              ...(row.for === null ? [] : [{ name: t('field.for'), value: <bdi>{row.for}</bdi> }]),
              { name: t('field.scope'), value: row.scope },
              { name: t('field.until'), value: row.until },
              { name: t('field.basis'), value: row.basis },
            ]}
          />
          <form method="post" className="ot-mandate__end">
            <input type="hidden" name="id" value={row.id} />
            <Button variant="secondary" name="intent" value="revoke">{t(button)}<span className="govuk-visually-hidden">: {row.who}</span></Button>
          </form>
        </section>
      ))}
    </>
  )
}
