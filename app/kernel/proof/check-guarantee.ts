import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'

import type { PathStep } from './load.ts'
import type { Figure, WorstCase } from './worst-case.ts'

/** The worst case keeps what the service guarantees, and the statutory time; if not, the way that breaks it is told. */
export function checkGuarantee(definition: Unhashed, { worst, paths }: WorstCase): DefinitionProblem[] {
  const { guarantee, limit, promise } = definition
  const over = (key: string, figure: Exclude<Figure, 'workingDays'>, words: string): DefinitionProblem[] =>
    worst[figure] <= guarantee[figure] ? [] : [{ code: 'guarantee', path: ['guarantee', key], message: `${words}: at most ${guarantee[figure]} guaranteed, but a case can need ${worst[figure]}, on this way: ${describePath(paths[figure])}` }]
  const late: DefinitionProblem[] =
    worst.workingDays <= limit.amount ? [] : [{ code: 'limit', path: ['limit'], message: `a case can take ${worst.workingDays} working days, but the limit is ${limit.amount}, on this way: ${describePath(paths.workingDays)}` }]
  const bold: DefinitionProblem[] = promise.amount <= limit.amount ? [] : [{ code: 'limit', path: ['promise'], message: `${promise.amount} working days are promised, but the limit is ${limit.amount}: promise no more than that` }]
  return [...over('trips', 'trips', 'trips'), ...over('site_visits', 'siteVisits', 'site visits'), ...over('returns', 'returns', 'returns'), ...late, ...bold]
}

/** `acceptance 1, then fire_review 3, then fire_review 3` */
export const describePath = (path: readonly PathStep[]): string => path.map(({ name, adds }) => `${name} ${adds}`).join(', then ')
