import { elapsed } from '#app/kernel/clock/segments.ts'
import { localDate } from '#app/kernel/clock/calendar.ts'
import type { CaseEnd } from '#app/kernel/definition/definition.ts'
import { savedBy } from '#app/kernel/records/saved.ts'
import type { Tally, TallyKind } from '#db/store.ts'

import type { Effect } from './case-commit.ts'

/** What the board counts a day. Only decided cases can be on time or late: who withdraws or lapses has ended it themselves. */
export function talliesOf(effect: Effect): Tally[] {
  const { definition, events, calendar } = effect
  return events.flatMap((event): Tally[] => {
    const tally = (kind: TallyKind, count = 1): Tally => ({ day: localDate(calendar, event.at), service: definition.service, kind, count })
    if (event.type === 'submitted') return [tally('received'), ...savings(effect).map(([kind, count]) => tally(kind, count))]
    if (event.type === 'return_sent') return [tally('returned')]
    // An appeal looks again at what has been counted.
    if (event.type !== 'ended' || effect.state.appealedAt !== null) return []
    const end = countedAs(event.end)
    return isDecided(end) ? [tally(end), tally(inTime(effect) ? 'on_time' : 'late')] : [tally(end)]
  })
}

/** What shared records saved; of a part of a life event nothing that the whole has not counted. */
function savings({ definition, state, registers }: Effect): [TallyKind, number][] {
  if (state.parent !== null) return []
  const { fields, documents, trips } = savedBy(definition, state.answers, registers)
  const counts: [TallyKind, number][] = [['fields_saved', fields], ['documents_saved', documents], ['trips_saved', trips]]
  return counts.filter(([, count]) => count > 0)
}

/** What was granted in part, or granted and taken back after a later check, was granted. */
const countedAs = (end: CaseEnd): Exclude<CaseEnd, 'partly_granted' | 'revoked'> => (end === 'partly_granted' || end === 'revoked' ? 'granted' : end)

export const isDecided = (end: CaseEnd): boolean => end === 'granted' || end === 'refused'

/** Promised working days against the office's own; the applicant's and others' time does not count. */
function inTime({ definition, state, calendar, now }: Effect): boolean {
  const used = elapsed(calendar, state.segments, now)
  return used.ok && used.days.office <= definition.promise.amount + state.extended
}
