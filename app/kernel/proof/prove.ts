import type { Calendar } from '#app/kernel/clock/calendar.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import type { Places } from '#app/kernel/definition/read-flow.ts'
import type { Surroundings } from '#app/kernel/definition/surroundings.ts'

import { checkChoices } from './check-choices.ts'
import { checkDates, type StartDates, startDates } from './check-dates.ts'
import { checkGuarantee } from './check-guarantee.ts'
import { checkGuide } from './check-guide.ts'
import { checkHeld } from './check-held.ts'
import { checkMaterials } from './check-materials.ts'
import { checkPromises } from './check-promises.ts'
import { checkReached } from './check-reached.ts'
import { checkStaffing } from './check-staffing.ts'
import { checkSubs } from './check-subs.ts'
import { type WorstCase, worstCase } from './worst-case.ts'

/** What is proved of a definition; it may go live if `problems` is empty. */
export type Proof = WorstCase & { dates: StartDates | null; problems: readonly DefinitionProblem[] }

/**
 * Proves what a checked definition promises, over all ways its cases can go: every case finds its way to an end, through
 * no dead step, within its guarantee and limit; nothing is asked that is held; every desk can do what it is asked.
 * It holds for the bounded model: under the offices' own times, the posts of departments.yaml, the days of the calendar.
 */
export function prove(definition: Unhashed, places: Places, surroundings: Surroundings, calendar: Calendar): Proof {
  const worst = worstCase(definition, surroundings.services, calendar)
  const choices = checkChoices(definition, places)
  const problems = [
    ...choices,
    ...(choices.length === 0 ? checkReached(definition, places, worst) : []),
    ...checkGuarantee(definition, worst),
    ...checkHeld(definition, surroundings),
    ...checkStaffing(definition, places, surroundings),
    ...checkMaterials(definition),
    ...checkPromises(definition, places),
    ...checkSubs(definition, places, surroundings),
    ...checkGuide(definition, worst.worst),
    ...checkDates(definition, calendar),
  ]
  return { ...worst, dates: startDates(definition, calendar), problems }
}
