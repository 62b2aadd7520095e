import { type ReactNode } from 'react'

export type TagColour = 'blue' | 'green' | 'yellow' | 'red' | 'purple' | 'grey'

/** A status in a word. Red is for what is urgent. */
export function Tag({ colour = 'blue', children }: { colour?: TagColour; children: ReactNode }) {
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{children}</strong>
}
