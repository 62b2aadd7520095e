import { childrenOf, convert, type Reader, type TreeNode } from './convert.ts'
import { convertIn } from './convert-in.ts'
import { type Expression } from './syntax.ts'

/** What stands between the words: a node, or the head of an `in` whose test swallowed the words after it. */
type Item = { node: TreeNode } | { operand: TreeNode; test: TreeNode }
type Chain = { items: readonly [Item, ...Item[]]; words: readonly string[] }

/**
 * A condition joined by and/or, in the order of its source, grouped anew: `or` of `and`s, each one flat node.
 * Needed because lezer-feel reads `x in [1..5] and y or z` as `x in ([1..5] and y or z)`.
 */
export function convertChain(reader: Reader, node: TreeNode, depth: number): Expression {
  const { items, words } = chainOf(node)
  const groups: [Item, ...Item[]][] = [[items[0]]]
  items.slice(1).forEach((item, index) => {
    if (words[index] === 'and') groups.at(-1)?.push(item)
    else groups.push([item])
  })
  const inner = groups.length > 1 ? depth + 1 : depth
  const parts = groups.map((group) => joined('and', group.map((item) => convertItem(reader, item, inner + 1))))
  return joined('or', parts)
}

/** The and/or that an `in`'s only test swallowed, if it did. Brackets around it would make it the author's own. */
export function inWithTail(node: TreeNode): TreeNode | null {
  const [, word, test] = childrenOf(node)
  if (word?.name !== 'in' || test?.name !== 'PositiveUnaryTest') return null
  const [only] = childrenOf(test)
  return only && isChain(only) ? only : null
}

const isChain = (node: TreeNode): boolean => node.name === 'Conjunction' || node.name === 'Disjunction'

function chainOf(node: TreeNode): Chain {
  const alone: Chain = { items: [{ node }], words: [] }
  const [left, word, right] = childrenOf(node)
  if (!left || !word || !right) return alone
  if (isChain(node)) {
    const [before, after] = [chainOf(left), chainOf(right)]
    return { items: [...before.items, ...after.items], words: [...before.words, word.name, ...after.words] }
  }
  const swallowed = node.name === 'Comparison' ? inWithTail(node) : null
  if (!swallowed) return alone
  const { items: [head, ...rest], words } = chainOf(swallowed)
  return { items: ['node' in head ? { operand: left, test: head.node } : head, ...rest], words }
}

const convertItem = (reader: Reader, item: Item, depth: number): Expression =>
  'node' in item ? convert(reader, item.node, depth) : convertIn(reader, { operand: item.operand, tests: [item.test], to: item.test.to }, depth)

function joined(kind: 'and' | 'or', parts: readonly Expression[]): Expression {
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last) throw new Error('a chain has at least one part')
  return first === last ? first : { kind, parts, from: first.from, to: last.to }
}
