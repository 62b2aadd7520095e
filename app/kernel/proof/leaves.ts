import { namesIn } from '#app/kernel/condition/names.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'

/** The parts of a condition that and, or and not put together: comparisons, yes/no names, constants. */
export function leavesOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.parts.flatMap(leavesOf)
    case 'not':
      return leavesOf(expression.operand)
    default:
      return [expression]
  }
}

/** What a proof looks for: that a condition holds, or that it doesn't (false or unknown). */
export type Goal = { expression: Expression; holds: boolean }

/** The goals that together mean the same: `a and b` holds if each does, `a or b` doesn't if neither does. */
export function splitGoal({ expression, holds }: Goal): Goal[] {
  const splits = holds ? expression.kind === 'and' : expression.kind === 'or'
  if (!splits || (expression.kind !== 'and' && expression.kind !== 'or')) return [{ expression, holds }]
  return expression.parts.flatMap((part) => splitGoal({ expression: part, holds }))
}

/** The only name a condition reads; null if there are none or several. */
export function onlyName(expression: Expression): string | null {
  const [name, ...others] = namesIn(expression)
  return name !== undefined && others.length === 0 ? name : null
}
