import { compileCondition } from '#app/kernel/condition/compile.ts'
import { type Expression } from '#app/kernel/condition/syntax.ts'
import { type Scalar } from '#app/kernel/condition/value-type.ts'

import { typesOf } from './domain.ts'
import { onlyName } from './leaves.ts'
import { type Space } from './space.ts'

type Truth = () => boolean | null

/**
 * Whether a condition is true, false or unknown for the combination its space looks at. Compiled once; a comparison that
 * reads one name is decided for each of its points beforehand, since searches ask it again and again.
 */
export function truthOf(expression: Expression, space: Space): Truth {
  const known = space.truths.get(expression) ?? compileTruth(expression, space)
  space.truths.set(expression, known)
  return known
}

function compileTruth(expression: Expression, space: Space): Truth {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return decided(expression.parts.map((part) => truthOf(part, space)), expression.kind === 'or')
    case 'not':
      return opposite(truthOf(expression.operand, space))
    default:
      return compileLeaf(expression, space)
  }
}

function compileLeaf(leaf: Expression, space: Space): Truth {
  const condition = compileCondition(leaf, typesOf(space.domains))
  const name = onlyName(leaf)
  if (name === null) return () => condition(space.values)
  const answers = (space.points.get(name)?.points ?? []).map((point: Scalar) => condition({ [name]: point }))
  return () => answers[space.at.get(name) ?? -1] ?? null
}

const opposite = (truth: Truth): Truth => () => {
  const value = truth()
  return value === null ? null : !value
}

/** Kleene's and (decisive: false) and or (decisive: true), as compileCondition has them. */
const decided = (truths: readonly Truth[], decisive: boolean): Truth => () => {
  let result: boolean | null = !decisive
  for (const truth of truths) {
    const value = truth()
    if (value === decisive) return decisive
    if (value === null) result = null
  }
  return result
}
