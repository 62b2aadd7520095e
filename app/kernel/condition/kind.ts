import { type Expression } from './syntax.ts'
import { type ValueTypes } from './value-type.ts'
import { type Kind } from './problem.ts'

/** The kind of value a part of a condition has, from the declared types; `unknown` for an undeclared name. */
export function kindOf(expression: Expression, types: ValueTypes): Kind {
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'boolean':
    case 'date':
    case 'null':
      return expression.kind
    case 'name':
      return Object.hasOwn(types, expression.name) ? (types[expression.name]?.kind ?? 'unknown') : 'unknown'
    case 'negate':
    case 'arithmetic':
      return 'number'
    default:
      return 'boolean'
  }
}
