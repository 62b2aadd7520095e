import { useTranslation } from 'react-i18next'

import { classNames } from '../class-names.ts'
import { Icon } from '../icon/icon.tsx'

export type Step = { name: string; skipped?: boolean }

/** How far somebody is: words on a phone, the whole way on a wide screen. `current` counts from 0. */
export function StepIndicator({ steps, current }: { steps: readonly Step[]; current: number }) {
  const { t } = useTranslation('ui')
  return (
    <nav className="ot-steps" aria-label={t('steps.label')}>
      <p className="ot-steps__now">{t('steps.count', { step: current + 1, total: steps.length, name: steps[current]?.name })}</p>
      <ol className="ot-steps__list">
        {steps.map((step, index) => <Item key={step.name} {...step} index={index} state={stateOf(step, index, current)} />)}
      </ol>
    </nav>
  )
}

type State = 'done' | 'now' | 'skipped' | 'ahead'

function stateOf(step: Step, index: number, current: number): State {
  if (index === current) return 'now'
  if (step.skipped) return 'skipped'
  return index < current ? 'done' : 'ahead'
}

function Item({ name, index, state }: Step & { index: number; state: State }) {
  const { t } = useTranslation('ui')
  return (
    <li className={classNames('ot-steps__item', `ot-steps__item--${state}`)} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="ot-steps__mark" aria-hidden="true">{state === 'done' ? <Icon name="check" /> : index + 1}</span>
      {name}
      {(state === 'done' || state === 'skipped') && <span className="govuk-visually-hidden"> ({t(`steps.${state}`)})</span>}
    </li>
  )
}
