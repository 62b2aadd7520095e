import { useTranslation } from 'react-i18next'

import { Icon } from '#app/ui/icon/icon.tsx'
import { Tag, type TagColour } from '#app/ui/tag/tag.tsx'

import type { StepRow } from './step-rows.ts'

const colours: Partial<Record<StepRow['state'], TagColour>> = { now: 'blue', returned: 'red', perhaps: 'grey' }

/** Each step with its state in words; a mark only repeats it. */
export function CaseSteps({ rows }: { rows: readonly StepRow[] }) {
  const { t } = useTranslation('cases')
  return (
    <section aria-labelledby="steps">
      <h2 className="govuk-heading-m" id="steps">{t('steps.heading')}</h2>
      <ol className="ot-case-way">
        {rows.map((row) => (
          <li key={row.name} className={`ot-case-way__step ot-case-way__step--${row.state}`} aria-current={row.state === 'now' ? 'step' : undefined}>
            <span className="ot-case-way__mark" aria-hidden="true">{row.state === 'done' && <Icon name="check" />}</span>
            <div className="ot-case-way__what">
              <h3 className="ot-case-way__title">{row.title}</h3>
              {row.departments && <p className="ot-muted ot-small">{row.departments}</p>}
              {row.notes.length > 0 && <p className="ot-small">{row.notes.join(' · ')}</p>}
            </div>
            <State row={row} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Only what is under way has a colour. */
function State({ row: { state, word } }: { row: StepRow }) {
  const colour = colours[state]
  return <div className="ot-case-way__state">{colour ? <Tag colour={colour}>{word}</Tag> : <span className="ot-muted ot-small">{word}</span>}</div>
}
