import { useTranslation } from 'react-i18next'

import type { CasePicture } from '#app/diagram/case-picture.ts'
import { FlowFigure } from '#app/diagram/flow-figure.tsx'
import { FormattedDate } from '#app/ui/formatted-date/formatted-date.tsx'
import { Tag } from '#app/ui/tag/tag.tsx'

import type { StepLine } from './describe-case.server.ts'

const colours = { done: 'green', now: 'blue', returned: 'yellow', to_come: 'grey', perhaps: 'grey', not_needed: 'grey' } as const

/** The way of the case through the desks. */
export function CaseSteps({ steps, picture }: { steps: readonly StepLine[]; picture: CasePicture }) {
  const { t } = useTranslation('desk')
  return (
    <section className="ot-desk-steps">
      <h2 className="govuk-heading-s">{t('case.steps')}</h2>
      <ol className="ot-desk-steps__list">
        {steps.filter((step) => step.state !== 'not_needed').map((step) => (
          <li key={step.name} className={`ot-desk-step ot-desk-step--${step.state}`}>
            <span className="ot-desk-step__name">{step.label}</span> <Tag colour={colours[step.state]}>{step.outcome ?? t(`step.${step.state}`)}</Tag>
            <span className="ot-desk-under">
              {step.departments.join(' · ')}
              {step.visitOn && <> {t('queue.visit')} <FormattedDate value={step.visitOn} format="short" /></>}
              {step.doneAt && <> <FormattedDate value={step.doneAt} format="short" /></>}
            </span>
          </li>
        ))}
      </ol>
      <FlowFigure svg={picture.svg} marks={picture.marks} />
    </section>
  )
}
