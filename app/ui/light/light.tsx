import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type LightColour = 'green' | 'yellow' | 'red'

// A shape for each, since one man in twelve cannot tell the colours apart.
const shapes: Record<LightColour, ReactNode> = {
  green: <circle cx="8" cy="8" r="7" />,
  yellow: <path d="M8 1 15.5 15H.5z" />,
  red: <path d="M1.5 1.5h13v13h-13z" />,
}

/** How a case stands against its clock: shape, word and colour. `children` says more, such as the days left. */
export function Light({ colour, children = <Word colour={colour} /> }: { colour: LightColour; children?: ReactNode }) {
  return (
    <span className={`ot-light ot-light--${colour}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">{shapes[colour]}</svg>
      <span>{children}</span>
    </span>
  )
}

function Word({ colour }: { colour: LightColour }) {
  const { t } = useTranslation('ui')
  return <>{t(`light.${colour}`)}</>
}
