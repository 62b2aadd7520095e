import { namesIn } from '#app/kernel/condition/names.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'

import { type Domains } from './domain.ts'
import { find, type Found } from './find.ts'
import { only } from './narrow.ts'
import { type Goal } from './leaves.ts'
import { openSpace } from './space.ts'

/**
 * Can a condition hold, while the given ones do?
 * @returns values with which it does, of the names it reads; or null, which is a proof only if `exact`.
 */
export function satisfiable(expression: Expression, domains: Domains, given: readonly Goal[] = []): Found {
  const found = find(openSpace([expression, ...given.map((goal) => goal.expression)], domains), [{ expression, holds: true }], given)
  return found.witness ? { ...found, witness: only(found.witness, namesIn(expression)) } : found
}
