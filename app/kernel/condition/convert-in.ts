import { childrenOf, convert, refuseFeature, type Reader, type TreeNode } from './convert.ts'
import { type Expression, type Test } from './syntax.ts'

const BRACKETS = new Set(['(', ')', 'in'])

/** The nodes of the tests in a Comparison with `in`. */
export function testNodes(node: TreeNode): TreeNode[] {
  const [, ...rest] = childrenOf(node)
  return rest
    .filter((child) => !BRACKETS.has(child.name))
    .flatMap((child) => (child.name === 'PositiveUnaryTests' ? childrenOf(child) : [child]))
    .map((test) => childrenOf(test)[0] ?? test)
}

/** `x in 1`, `x in (1, 2)`, `x in [1..5]`, `x in (1, [3..5])`. Problems go to the reader. */
export function convertIn(reader: Reader, found: { operand: TreeNode; tests: readonly TreeNode[]; to: number }, depth: number): Expression {
  return {
    kind: 'in',
    operand: convert(reader, found.operand, depth + 1),
    tests: found.tests.map((test) => convertTest(reader, test, depth + 1)),
    from: found.operand.from,
    to: found.to,
  }
}

/** `x in (1) = true` is read as `x in ((1) = true)`: what nobody means is refused, not guessed. */
function convertTest(reader: Reader, test: TreeNode, depth: number): Test {
  const interval = intervalIn(test)
  if (interval) return convertRange(reader, interval, depth)
  const value = test.name === 'Comparison' ? refuseFeature(reader, test, 'logic_in_test') : convert(reader, test, depth)
  return { kind: 'value', value, from: test.from, to: test.to }
}

/** The range a test is, brackets around it aside. */
function intervalIn(test: TreeNode): TreeNode | null {
  let inner: TreeNode | undefined = test
  while (inner?.name === 'ParenthesizedExpression') inner = childrenOf(inner)[1]
  const [first] = inner?.name === 'SimplePositiveUnaryTest' ? childrenOf(inner) : []
  return first?.name === 'Interval' ? first : null
}

function convertRange(reader: Reader, node: TreeNode, depth: number): Test {
  const [open, low, , high, close] = childrenOf(node)
  if (!open || !low || !high || !close) return { kind: 'value', value: refuseFeature(reader, node), from: node.from, to: node.to }
  return {
    kind: 'range',
    low: convert(reader, low, depth + 1),
    high: convert(reader, high, depth + 1),
    lowOpen: open.name !== '[',
    highOpen: close.name !== ']',
    from: node.from,
    to: node.to,
  }
}
