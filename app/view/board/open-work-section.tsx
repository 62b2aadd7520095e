import { useTranslation } from 'react-i18next'

import type { Board } from '#app/use-cases/board/board.ts'

import { AgeingChart } from './ageing-chart.tsx'
import { ServiceLights, StepLights } from './lights-table.tsx'

/** Open work as it stands now, whatever the period. */
export function OpenWorkSection({ board }: { board: Board }) {
  const { t } = useTranslation('board')
  const { openWork, service } = board
  return (
    <section aria-labelledby="board-open">
      <h2 className="govuk-heading-m" id="board-open">{t('open.title')}</h2>
      {openWork.lights.all === 0 ? (
        <p className="govuk-body">{t('open.none')}</p>
      ) : (
        <>
          <div className="ot-board-open">
            <AgeingChart bands={openWork.ageing} />
            <ServiceLights work={openWork} />
          </div>
          {openWork.steps.length > 0 && <StepLights steps={openWork.steps} withService={service === null} />}
        </>
      )}
    </section>
  )
}
