/** The tree a condition is read into. */

/** Offsets into the condition's source, UTF-16 code units, `to` exclusive. */
export type Place = { from: number; to: number }

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type ArithmeticOperator = '+' | '-' | '*' | '/'

/** One alternative of `x in (…)`: a value, or a range such as (1..5]. */
export type Test = Place &
  (
    | { kind: 'value'; value: Expression }
    | { kind: 'range'; low: Expression; high: Expression; lowOpen: boolean; highOpen: boolean }
  )

/** `text` of a number is its shortest decimal text, sign included: '-1.5', never '01.50' or '1e3'. */
export type Literal = Place &
  (
    | { kind: 'number'; text: string }
    | { kind: 'text'; value: string }
    | { kind: 'boolean'; value: boolean }
    | { kind: 'date'; value: string }
    | { kind: 'null' }
  )

/** A condition, or a part of it. `and` and `or` hold two parts or more: a and b and c is one node. */
export type Expression =
  | Literal
  | (Place &
      (
        | { kind: 'name'; name: string }
        | { kind: 'negate'; operand: Expression }
        | { kind: 'arithmetic'; operator: ArithmeticOperator; left: Expression; right: Expression }
        | { kind: 'compare'; operator: CompareOperator; left: Expression; right: Expression }
        | { kind: 'between'; operand: Expression; low: Expression; high: Expression }
        | { kind: 'in'; operand: Expression; tests: readonly Test[] }
        | { kind: 'and' | 'or'; parts: readonly Expression[] }
        | { kind: 'not'; operand: Expression }
      ))

/** The node of one kind: `Part<'compare'>`. */
export type Part<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** The direct parts of a node, left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'arithmetic':
    case 'compare':
      return [expression.left, expression.right]
    case 'between':
      return [expression.operand, expression.low, expression.high]
    case 'in':
      return [expression.operand, ...expression.tests.flatMap((test) => (test.kind === 'value' ? [test.value] : [test.low, test.high]))]
    case 'and':
    case 'or':
      return expression.parts
    case 'negate':
    case 'not':
      return [expression.operand]
    default:
      return []
  }
}
