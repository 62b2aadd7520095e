import type { Unhashed } from './check-definition.ts'
import type { DefinitionProblem } from './definition-problem.ts'
import { worstCase } from './worst-case.ts'

/** The worst case keeps what the service guarantees and the statutory time. */
export function checkGuarantee(definition: Unhashed): DefinitionProblem[] {
  const worst = worstCase(definition)
  const { guarantee, limit } = definition
  const over = (word: string, found: number, promised: number): DefinitionProblem[] =>
    found <= promised ? [] : [{ code: 'guarantee', path: ['guarantee', word], message: `a case can need ${found} ${word.replace('_', ' ')}, but at most ${promised} are guaranteed` }]
  const late: DefinitionProblem[] =
    limit.unit === 'wd' && worst.workingDays > limit.amount
      ? [{ code: 'limit', path: ['limit'], message: `a case can take ${worst.workingDays} working days, but the limit is ${limit.amount}` }]
      : []
  return [...over('trips', worst.trips, guarantee.trips), ...over('site_visits', worst.siteVisits, guarantee.siteVisits), ...over('returns', worst.returns, guarantee.returns), ...late]
}
