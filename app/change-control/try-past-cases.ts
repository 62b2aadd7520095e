import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Definition } from '#app/kernel/definition/definition.ts'
import type { Store } from '#db/store.ts'

import { dryRun } from './dry-run.ts'
import { type DryRunTally, emptyTally, withRun } from './dry-run-tally.ts'

/** As many states as are held at once. */
const PAGE = 200

/** Tries every ended case of a definition by another one, a page at a time: however many there are, few are in memory. */
export async function tryPastCases(store: Pick<Store, 'cases'>, before: Definition, after: Definition, calendar: Calendar): Promise<DryRunTally> {
  let tally = emptyTally
  for (let last: string | null = null; ; ) {
    const page = await store.cases.endedOf(before.hash, last, PAGE)
    for (const state of page) tally = withRun(tally, dryRun(before, after, state, calendar))
    last = page.at(-1)?.id ?? null
    if (page.length < PAGE) return tally
  }
}
