import type { Definition } from '#app/kernel/definition/definition.ts'
import { taskNode } from '#app/kernel/definition/nodes.ts'

import type { StepTimes } from './times.ts'

export type SlowestStep = { service: string; step: string; p90: number; within: number; count: number }

/** Of fewer than this nothing is said: one slow case is no slow step. */
const FEWEST = 5

/**
 * The step that most needs a manager's eye: of the tasks done at least five times, the one whose 90th percentile of the
 * office's working days lies furthest above its limit (`within`), in days; of equals the longer one, then the one done more
 * often. It may still be within its limit, when every step is. Null: too little was done to tell.
 */
export function slowestStep(steps: readonly StepTimes[], definitions: Readonly<Record<string, Definition>>): SlowestStep | null {
  const candidates = steps.flatMap((step): SlowestStep[] => {
    const { count, p90 } = step.times.office
    const within = withinOf(definitions[step.service], step.step)
    return p90 === null || within === null || count < FEWEST ? [] : [{ service: step.service, step: step.step, p90, within, count }]
  })
  return candidates.sort((one, other) => other.p90 - other.within - (one.p90 - one.within) || other.p90 - one.p90 || other.count - one.count)[0] ?? null
}

/** A task's limit in working days; null for what is no task, or is not counted in working days. */
export function withinOf(definition: Definition | undefined, step: string): number | null {
  const within = definition && taskNode(definition, step)?.within
  return within?.unit === 'wd' ? within.amount : null
}
