import type { TallyRow, TurnaroundRow } from '#db/store.ts'

import { type Counts, countsOf } from './counts.ts'
import type { Spread } from './histogram.ts'
import type { Period } from './period.ts'
import { timesOf, wholeCases } from './times.ts'

/** A week or month: what came in and went out, and the office's time on the cases that ended in it. */
export type SeriesPoint = Period & { counts: Counts; office: Spread }

/** @param turnarounds one list for each part, in its order */
export function seriesOf(parts: readonly Period[], tallies: readonly TallyRow[], turnarounds: readonly (readonly TurnaroundRow[])[]): SeriesPoint[] {
  return parts.map((part, index) => ({
    ...part,
    counts: countsOf(tallies.filter(({ day }) => day >= part.from && day <= part.to)),
    office: timesOf(wholeCases(turnarounds[index] ?? [])).office,
  }))
}
