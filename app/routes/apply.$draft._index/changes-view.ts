import type { TFunction } from 'i18next'

import { type DraftChanges, isAnyChange } from '#app/change-control/draft-changes.ts'
import { questionLabel } from '#app/view/show-value.ts'

/** Sorts of change, in the order in which they matter to the applicant. */
const sorts = ['again', 'fresh', 'held', 'dropped'] as const

export type ChangesView = readonly { sort: (typeof sorts)[number]; labels: readonly string[] }[]

/** What a new version changes for this application: empty when nothing they see; null when there is none. */
export function changesView(t: TFunction, changes: DraftChanges | null): ChangesView | null {
  if (changes === null) return null
  return isAnyChange(changes) ? sorts.flatMap((sort) => (changes[sort].length === 0 ? [] : [{ sort, labels: changes[sort].map((field) => questionLabel(t, field)) }])) : []
}
