import { useTranslation } from 'react-i18next'

import { StepIndicator } from '#app/ui/step-indicator/step-indicator.tsx'

const steps = ['records', 'questions', 'review'] as const
type ApplyStep = (typeof steps)[number]

/** Where in an application somebody is: three steps, and on a question page which question. */
export function ApplyHeading({ service, step, part }: { service: string; step: ApplyStep; part?: { number: number; total: number } | null }) {
  const { t } = useTranslation('apply')
  return (
    <>
      <StepIndicator steps={steps.map((one) => ({ name: t(`steps.${one}`) }))} current={steps.indexOf(step)} />
      <p className="govuk-caption-l">{service}{part && <> · {t('question.count', part)}</>}</p>
    </>
  )
}
