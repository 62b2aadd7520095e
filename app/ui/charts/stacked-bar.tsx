import { useId } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '../../i18n/dates.ts'
import { useLanguage } from '../use-language.ts'
import { ChartFigure, type ChartText } from './chart-figure.tsx'
import { useRightToLeft } from './drawing.tsx'
import { Legend } from './legend.tsx'
import { PatternedRect, TimePatterns, timeParts } from './patterned-rect.tsx'
import { spanOf } from './scales.ts'

export type StepTime = { name: string; href?: string } & Record<(typeof timeParts)[number], number>

/** `worst`: the name of the step to mark, null for none; left out, the one where the office takes longest. */
type Props = ChartText & { steps: readonly StepTime[]; worst?: string | null; format?: (value: number) => string }

/** Whose time each step takes. One step is marked and named: where the office takes longest, or the one given. */
export function StackedBar({ steps, worst: marked, format, ...text }: Props) {
  const { t } = useTranslation('ui')
  const language = useLanguage()
  const id = useId()
  const show = format ?? ((value: number) => formatNumber(value, language, { maximumFractionDigits: 1 }))
  const longest = Math.max(0, ...steps.map(totalOf))
  const worst = marked === undefined ? worstOf(steps) : steps.find(({ name }) => name === marked)
  return (
    <ChartFigure {...text} table={useTable(steps, show)}>
      <TimePatterns id={id} />
      <Legend items={timeParts.map((part) => ({ name: t(`chart.${part}`), sample: <PatternedRect id={id} part={part} width="28" height="14" /> }))} />
      <ul className="ot-bars ot-bars--wide">
        {steps.map((step) => (
          <li key={step.name}>
            <span>
              {step.href ? <a className="govuk-link" href={step.href}>{step.name}</a> : step.name}
              {step === worst && <span className="ot-bars__worst"><span aria-hidden="true"> ▲</span> {t('chart.worst')}</span>}
            </span>
            <span className="ot-bars__value">{show(totalOf(step))}</span>
            <StepBar step={step} longest={longest} id={id} />
          </li>
        ))}
      </ul>
    </ChartFigure>
  )
}

function StepBar({ step, longest, id }: { step: StepTime; longest: number; id: string }) {
  const rightToLeft = useRightToLeft()
  return (
    <svg aria-hidden="true" focusable="false">
      {timeParts.map((part, index) => {
        const before = timeParts.slice(0, index).reduce((sum, earlier) => sum + step[earlier], 0)
        const { x, width } = spanOf(before, step[part], longest, rightToLeft)
        return <PatternedRect key={part} id={id} part={part} x={`${x}%`} width={`${width}%`} height="100%" />
      })}
    </svg>
  )
}

function useTable(steps: readonly StepTime[], show: (value: number) => string) {
  const { t } = useTranslation('ui')
  const numbers = [...timeParts, 'total'] as const
  return {
    columns: [{ key: 'step', header: t('chart.step') }, ...numbers.map((key) => ({ key, header: t(`chart.${key}`), numeric: true }))],
    rows: steps.map((step) => ({
      id: step.name,
      cells: { step: step.name, total: show(totalOf(step)), ...Object.fromEntries(timeParts.map((part) => [part, show(step[part])])) },
    })),
  }
}

const totalOf = ({ office, applicant, other }: StepTime) => office + applicant + other

/** What the office can change is its own time: the applicant's is not held against a step. */
export const worstOf = (steps: readonly StepTime[]): StepTime | undefined =>
  steps.reduce<StepTime | undefined>((worst, step) => (step.office > (worst?.office ?? 0) ? step : worst), undefined)
