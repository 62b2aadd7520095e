import { checkpointsOf } from '#app/checkpoints/checkpoints.ts'
import type { SecondPlace } from '#app/checkpoints/second-place.ts'
import { openMemoryStore } from '#db/memory/memory-store.ts'
import type { Checkpoint } from '#db/store.ts'
import { buildCommit } from '#tests/factories/case-commit.ts'
import { buildSubmitted } from '#tests/factories/case-event.ts'

import { newKey } from './lived-database.ts'

export const MINUTE = 60_000
export const START = Date.parse('2026-03-02T01:00:00Z')
export const key = newKey()

/** A portal's chain with a clock that is set, on a second place that can fail. */
export function running(place: SecondPlace | null) {
  const store = openMemoryStore()
  const clock = { now: START }
  const checkpoints = checkpointsOf(store.chain, key, place, () => clock.now)
  const submit = (caseId: string) => store.commit(buildCommit({ caseId, events: [buildSubmitted({ caseId, ref: `REF-${caseId}`, at: clock.now })] }))
  return { store, clock, checkpoints, submit }
}

/** A second place where nobody is, at first. */
export const failing = () => {
  const place = { fails: true, tries: 0, shipped: [] as Checkpoint[] }
  const ship = async (one: Checkpoint) => {
    place.tries += 1
    if (place.fails) throw new Error('nobody there')
    place.shipped.push(one)
  }
  return { ...place, place, ship, close: async () => {} }
}
