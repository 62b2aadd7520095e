import { soundCondition } from '#app/kernel/condition/sound-condition.ts'
import { type TableRow } from '#app/kernel/definition/decision-table.ts'
import { type DefinitionProblem, type Path } from '#app/kernel/definition/definition-problem.ts'

import { describeWitness } from './describe-witness.ts'
import { type Domains, typesOf } from './domain.ts'
import { type Goal } from './leaves.ts'
import { type Overlap, proveBranches } from './prove-branches.ts'

/**
 * Proves that exactly one row of a table holds, whatever the values.
 * @param rows as `readTable` gives them  @param path of the table in its file  @param given what holds wherever it is asked
 * @returns a problem each for a gap, rows that hold together and rows that never hold; `exact: false` if there may be more.
 */
export function proveTable(rows: readonly TableRow[], path: Path, domains: Domains, given: readonly Goal[] = []): { problems: DefinitionProblem[]; exact: boolean } {
  const { gap, overlaps, dead, exact } = proveBranches(rows.map(({ when }) => soundCondition(when)), domains, given)
  const inWords = (witness: Parameters<typeof describeWitness>[0]): string => describeWitness(witness, typesOf(domains))
  const problems: DefinitionProblem[] = [
    ...(gap ? [{ code: 'gap' as const, path: [...path, 'rows'], message: `no row holds for ${inWords(gap)}: add a row for it` }] : []),
    ...firstOfEach(overlaps).map(({ first, second, witness }) => ({
      code: 'overlap' as const,
      path: [...path, 'rows', second],
      message: `rows ${first + 1} and ${second + 1} both hold for ${inWords(witness)}: change one, so that only one row holds`,
    })),
    ...dead.map((row) => ({ code: 'dead_step' as const, path: [...path, 'rows', row], message: `row ${row + 1} can never hold: change it or take it out` })),
  ]
  return { problems, exact }
}

/** A row that overlaps many others is told once, with the first of them. */
function firstOfEach(overlaps: readonly Overlap[]): Overlap[] {
  return [...new Map(overlaps.toReversed().map((overlap) => [overlap.second, overlap])).values()].sort((a, b) => a.second - b.second)
}
