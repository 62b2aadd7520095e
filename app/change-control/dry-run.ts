import { checkApplication, unmetRequirements } from '#app/kernel/case/check-application.ts'
import type { CaseState } from '#app/kernel/case/case-state.ts'
import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { CaseEnd, Definition } from '#app/kernel/definition/definition.ts'

import { walkCase } from '#app/kernel/case/walk-case.ts'

/** How a case that has ended would have gone by another version. */
export type DryRun = {
  ref: string
  /**
   * `same`: the same steps to the same end; `refused`: not even taken; `unknown`: it comes to a step it never did, and
   * nobody knows how that would have come out; `otherwise`: steps fall away, or it ends otherwise.
   */
  way: 'same' | 'refused' | 'unknown' | 'otherwise'
  /** Reasons of requirements that it does not meet. */
  refused: readonly string[]
  /** Values that would have had to be given as well, or otherwise. */
  asked: readonly string[]
  /** Steps that were done and would not have been. */
  skipped: readonly string[]
  /** Steps that it would have come to. */
  met: readonly string[]
  ends: { before: CaseEnd | null; after: CaseEnd | null }
}

/**
 * Walks a case through another version with its own answers and outcomes. Measured against the walk through the version it
 * went by, so that what a withdrawal or a correction left behind counts for neither.
 * @param before the version it went by
 */
export function dryRun(before: Definition, after: Definition, state: CaseState, calendar: Calendar): DryRun {
  const [then, now] = [walkCase(before, before, state, calendar), walkCase(after, before, state, calendar)]
  const { refused, asked } = application(before, after, state, calendar)
  const skipped = then.done.filter((name) => !now.done.includes(name) && !now.open.includes(name))
  const met = now.open.filter((name) => !then.open.includes(name))
  // Behind a new step everything is unknown: what would come later is not skipped.
  const fallen = met.length > 0 ? skipped.filter((name) => now.skipped.includes(name)) : skipped
  const same = fallen.length === 0 && then.end === now.end
  const way = refused.length > 0 ? 'refused' : met.length > 0 ? 'unknown' : same ? 'same' : 'otherwise'
  return { ref: state.ref, way, refused, asked, skipped: fallen, met, ends: { before: then.end, after: met.length > 0 ? null : now.end } }
}

function application(before: Definition, after: Definition, state: CaseState, calendar: Calendar): Pick<DryRun, 'refused' | 'asked'> {
  const when = { calendar, now: state.submittedAt }
  const unmet = (definition: Definition): string[] => unmetRequirements(definition, state.answers, when).map(({ reason }) => reason)
  const wrong = (definition: Definition): string[] => checkApplication(definition, state.answers, when).map(({ name }) => name)
  const [knownUnmet, knownWrong] = [unmet(before), wrong(before)]
  return { refused: unmet(after).filter((reason) => !knownUnmet.includes(reason)), asked: wrong(after).filter((name) => !knownWrong.includes(name)) }
}
