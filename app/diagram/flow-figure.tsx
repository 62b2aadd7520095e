import { useTranslation } from 'react-i18next'

import { Details } from '#app/ui/details/details.tsx'

import type { Mark } from './mark.ts'
import { markIcon } from './mark-icon.ts'

type Props = {
  /** From `flowPicture` or `casePicture`: every text in it is escaped. */
  svg: string
  /** Marks that need a word in the legend. */
  marks?: readonly Mark[]
}

/** A picture of a flow, folded away below its list; a wide one scrolls sideways, by keyboard too. */
export function FlowFigure({ svg, marks = [] }: Props) {
  const { t } = useTranslation('portal')
  return (
    <Details summary={t('diagram.show')}>
      {marks.length > 0 && (
        <ul className="ot-legend" aria-label={t('diagram.legend')}>
          {marks.map((mark) => (
            <li key={mark}>
              <svg className="ot-flow-sign" viewBox="0 0 16 16" aria-hidden="true" dangerouslySetInnerHTML={{ __html: markIcon(mark, '0', '0') }} />
              {t(`diagram.mark.${mark}`)}
            </li>
          ))}
        </ul>
      )}
      <div className="ot-flow-scroll" role="region" aria-label={t('diagram.show')} tabIndex={0} dangerouslySetInnerHTML={{ __html: svg }} />
    </Details>
  )
}
