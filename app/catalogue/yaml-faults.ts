import { type Document, isNode, isScalar, type Node, type Pair, visit } from 'yaml'

import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'

/** What is YAML and still no definition. `offset` into the text. */
export type Fault = Pick<DefinitionProblem, 'code' | 'message'> & { offset: number }

/** Keys that stand twice or that JavaScript would take for something else, and aliases of nothing. */
export function faultsIn(document: Document): Fault[] {
  const found: Fault[] = []
  const anchors = new Set<string>()
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor)
    },
    Alias(_, alias) {
      if (!anchors.has(alias.source)) found.push({ code: 'yaml', offset: offsetOf(alias), message: `"*${alias.source}" stands for what "&${alias.source}" marks, but nothing before it is marked so: put quotes around a text that begins with *` })
    },
    Map(_, map) {
      found.push(...keyFaults(map.items))
    },
  })
  return found
}

function keyFaults(pairs: readonly Pair[]): Fault[] {
  const seen = new Set<string>()
  return pairs.flatMap(({ key }): Fault[] => {
    if (!isScalar(key)) return [{ code: 'yaml', offset: isNode(key) ? offsetOf(key) : 0, message: 'a key must be a word, not a list or a group of keys' }]
    const name = String(key.value)
    const isNew = !seen.has(name)
    seen.add(name)
    if (name === '__proto__') return [{ code: 'unknown_key', offset: offsetOf(key), message: '"__proto__" can not be a name: choose another' }]
    return isNew ? [] : [{ code: 'yaml', offset: offsetOf(key), message: `"${name}" stands here twice: keep one of the two` }]
  })
}

const offsetOf = (node: Node): number => node.range?.[0] ?? 0
