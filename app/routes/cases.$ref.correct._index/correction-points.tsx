import { useTranslation } from 'react-i18next'

import { TaskList } from '#app/ui/task-list/task-list.tsx'
import type { CorrectionPoint } from '#app/view/correction-view.ts'

/** Only what was named, each with why and with what was sent before. */
export function CorrectionPoints({ points }: { points: readonly CorrectionPoint[] }) {
  const { t } = useTranslation('cases')
  const items = points.map((point) => ({
    title: point.label,
    href: point.href,
    hint: <Hint point={point} />,
    status: point.done ? ('completed' as const) : point.after === null ? ('notStarted' as const) : ('error' as const),
  }))
  return (
    <section aria-labelledby="points">
      <h2 className="govuk-heading-m" id="points">{t('correct.items')}</h2>
      <TaskList items={items} />
    </section>
  )
}

function Hint({ point: { asks, before, after } }: { point: CorrectionPoint }) {
  const { t } = useTranslation('cases')
  return (
    <>
      {asks.length === 0 && <span className="ot-block">{t('correct.newly')}</span>}
      {asks.map(({ reason, words }) => (
        <span key={reason} className="ot-block">
          {reason}
          {words && <span className="ot-letter__words">{words}</span>}
        </span>
      ))}
      {before !== null && <span className="ot-block">{t('correct.before')} <bdi>{before}</bdi></span>}
      {after !== null && <span className="ot-block">{t('correct.after')} <strong><bdi>{after}</bdi></strong></span>}
    </>
  )
}
