import { type parser } from 'lezer-feel'
import { convertChain, inWithTail } from './convert-chain.ts'
import { convertIn, testNodes } from './convert-in.ts'
import { dateLiteral, numberLiteral, unescapeText, type LiteralResult } from './literal.ts'
import { type ArithmeticOperator, type CompareOperator, type Expression, type Place } from './syntax.ts'
import { problemAt, quote, type ConditionProblem } from './problem.ts'
import { featureOf, featureOfWords } from './unsupported.ts'

/** A node of lezer-feel's tree. */
export type TreeNode = ReturnType<typeof parser.parse>['topNode']

/** What is being read, and what was found wrong with it. */
export type Reader = { source: string; problems: ConditionProblem[] }

export const MAX_DEPTH = 30

/** The node's children but for comments. */
export function childrenOf(node: TreeNode): TreeNode[] {
  const children: TreeNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) children.push(child)
  }
  return children
}

/** Records a problem and returns null in the node's place, so that reading goes on. */
export function refuse(reader: Reader, problem: ConditionProblem): Expression {
  reader.problems.push(problem)
  return { kind: 'null', from: problem.from, to: problem.to }
}

const placeOf = (node: Place): Place => ({ from: node.from, to: node.to })
const textOf = (reader: Reader, node: Place): string => reader.source.slice(node.from, node.to)

/** Refuses what a condition may not use, naming it. */
export const refuseFeature = (reader: Reader, node: TreeNode, feature = featureOf(node.name)): Expression =>
  refuse(reader, problemAt('unsupported', node, { feature, found: quote(reader.source, node) }))

/** A tree node as a condition's node. Problems (unsupported, too_deep, syntax, bad_*) go to the reader. */
export function convert(reader: Reader, node: TreeNode, depth: number): Expression {
  if (depth > MAX_DEPTH) return refuse(reader, problemAt('too_deep', node, { max: MAX_DEPTH }))
  switch (node.name) {
    case 'Expression':
    case 'ParenthesizedExpression':
      return convertOnly(reader, node, depth)
    case 'Disjunction':
    case 'Conjunction':
      return convertChain(reader, node, depth)
    case 'Comparison':
      return inWithTail(node) ? convertChain(reader, node, depth) : convertComparison(reader, node, depth)
    case 'ArithmeticExpression':
      return convertArithmetic(reader, node, depth)
    case 'FunctionInvocation':
      return convertCall(reader, node, depth)
    default:
      return convertLeaf(reader, node)
  }
}

function convertOnly(reader: Reader, node: TreeNode, depth: number): Expression {
  const inner = childrenOf(node).filter((child) => child.name !== '(' && child.name !== ')')
  const [only] = inner
  return only && inner.length === 1 ? convert(reader, only, depth + 1) : refuseFeature(reader, node)
}

function convertComparison(reader: Reader, node: TreeNode, depth: number): Expression {
  const [left, word, right, , high] = childrenOf(node)
  if (!left || !word || !right) return refuseFeature(reader, node)
  if (word.name === 'in') return convertIn(reader, { operand: left, tests: testNodes(node), to: node.to }, depth)
  if (right.name === 'SimplePositiveUnaryTest') return refuseFeature(reader, node, 'double_operator')
  const operand = convert(reader, left, depth + 1)
  const second = convert(reader, right, depth + 1)
  if (high) return { kind: 'between', operand, low: second, high: convert(reader, high, depth + 1), ...placeOf(node) }
  // lezer-feel's CompareOp is one of exactly these six.
  return { kind: 'compare', operator: textOf(reader, word) as CompareOperator, left: operand, right: second, ...placeOf(node) }
}

function convertArithmetic(reader: Reader, node: TreeNode, depth: number): Expression {
  const [first, second, third] = childrenOf(node)
  if (!first || !second) return refuseFeature(reader, node)
  if (!third) return { kind: 'negate', operand: convert(reader, second, depth + 1), ...placeOf(node) }
  const operator = textOf(reader, second)
  if (operator === '**') return refuseFeature(reader, node, 'power')
  const [left, right] = [convert(reader, first, depth + 1), convert(reader, third, depth + 1)]
  // ArithOp is one of + - * / **, the last refused above.
  return { kind: 'arithmetic', operator: operator as ArithmeticOperator, left, right, ...placeOf(node) }
}

/** Only not(x): one unnamed parameter. */
function convertCall(reader: Reader, node: TreeNode, depth: number): Expression {
  const [name, , list] = childrenOf(node)
  const parameters = list?.name === 'PositionalParameters' ? childrenOf(list) : []
  const [only] = parameters
  if (!name || textOf(reader, name) !== 'not' || !only || parameters.length !== 1) return refuseFeature(reader, node, 'function')
  return { kind: 'not', operand: convert(reader, only, depth + 1), ...placeOf(node) }
}

function convertLeaf(reader: Reader, node: TreeNode): Expression {
  const text = textOf(reader, node)
  switch (node.name) {
    case 'VariableName':
      return childrenOf(node).length === 1 ? { kind: 'name', name: text, ...placeOf(node) } : refuseFeature(reader, node, featureOfWords(text))
    case 'NumericLiteral':
      return settle(reader, numberLiteral(signedDigits(text), placeOf(node)))
    case 'BooleanLiteral':
      return { kind: 'boolean', value: text === 'true', ...placeOf(node) }
    case 'null':
      return { kind: 'null', ...placeOf(node) }
    case 'StringLiteral':
      return convertText(reader, node)
    case 'DateTimeLiteral':
      return convertDate(reader, node)
    default:
      return refuseFeature(reader, node)
  }
}

/** Blanks and comments may stand between a sign and its number: the digits are what the text ends with. */
const signedDigits = (text: string): string => (text.startsWith('-') ? '-' : '') + (/[\d.]+(?:[eE][+-]?\d+)?$/.exec(text)?.[0] ?? text)

const settle = (reader: Reader, result: LiteralResult): Expression => (result.ok ? result.literal : refuse(reader, result.problem))

function convertText(reader: Reader, node: TreeNode): Expression {
  const value = unescapeText(textOf(reader, node))
  if (value === null) return refuse(reader, problemAt('syntax', node, { found: quote(reader.source, node) }))
  return { kind: 'text', value, ...placeOf(node) }
}

/** Only date("YYYY-MM-DD"). */
function convertDate(reader: Reader, node: TreeNode): Expression {
  const [constructor, , list] = childrenOf(node)
  const [only, more] = list ? childrenOf(list) : []
  const isDate = constructor && textOf(reader, constructor) === 'date' && only?.name === 'StringLiteral' && !more
  if (!isDate) return refuseFeature(reader, node)
  return settle(reader, dateLiteral(unescapeText(textOf(reader, only)) ?? '', placeOf(node)))
}
