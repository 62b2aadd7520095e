import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'

import type { PathStep } from './load.ts'
import type { Figure, WorstCase } from './worst-case.ts'

/** The worst case keeps what the service guarantees, and the statutory time; if not, the way that breaks it is told. */
export function checkGuarantee(definition: Unhashed, { worst, paths }: WorstCase): DefinitionProblem[] {
  const { guarantee, limit } = definition
  const over = (key: string, figure: Exclude<Figure, 'workingDays'>, words: string): DefinitionProblem[] =>
    worst[figure] <= guarantee[figure] ? [] : [{ code: 'guarantee', path: ['guarantee', key], message: `a case can need ${worst[figure]} ${words}, but at most ${guarantee[figure]} are guaranteed: ${describePath(paths[figure])}` }]
  const late: DefinitionProblem[] =
    worst.workingDays <= limit.amount ? [] : [{ code: 'limit', path: ['limit'], message: `a case can take ${worst.workingDays} working days, but the limit is ${limit.amount}: ${describePath(paths.workingDays)}` }]
  return [...over('trips', 'trips', 'trips'), ...over('site_visits', 'siteVisits', 'site visits'), ...over('returns', 'returns', 'returns'), ...late]
}

/** `acceptance 1, then fire_review 3, then fire_review 3` */
export const describePath = (path: readonly PathStep[]): string => path.map(({ name, adds }) => `${name} ${adds}`).join(', then ')
