import { type ReactNode } from 'react'

import { Icon } from '../icon/icon.tsx'

/** The receipt: what has been done, and the reference to keep. No links inside. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="govuk-panel govuk-panel--confirmation">
      <h1 className="govuk-panel__title"><Icon name="success" />{title}</h1>
      <div className="govuk-panel__body">{children}</div>
    </div>
  )
}
