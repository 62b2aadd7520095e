import { soundCondition } from '#app/kernel/condition/sound-condition.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import type { Unhashed } from '#app/kernel/definition/check-definition.ts'
import { promisedName } from '#app/kernel/definition/condition-of.ts'
import type { Branch, ChooseNode, FlowNode, Question, RecordField, TaskNode } from '#app/kernel/definition/definition.ts'
import type { DefinitionProblem } from '#app/kernel/definition/definition-problem.ts'
import { allNodes, insideOf } from '#app/kernel/definition/nodes.ts'
import type { Places } from '#app/kernel/definition/read-flow.ts'

import type { Domains } from './domain.ts'
import { find } from './find.ts'
import type { Goal } from './leaves.ts'
import { nameDomains } from './name-domains.ts'
import { openSpace, withDeciding } from './space.ts'

/** What was promised instead of proved is checked on every way to a grant: whatever else a case is, nobody can talk past it. */
export function checkPromises(definition: Unhashed, places: Places): DefinitionProblem[] {
  const domains = nameDomains(definition)
  return Object.values(definition.data).flatMap((field): DefinitionProblem[] => {
    if ((field.kind !== 'question' && field.kind !== 'record') || field.promisable === null) return []
    const check = allNodes(definition.flow).find((node): node is TaskNode => node.node === 'task' && node.name === field.promisable)
    if (!check) return [{ code: 'promise', path: ['data', field.name, 'promisable'], message: `"${field.promisable}" comes only after an appeal: name a task of the flow itself` }]
    return unchecked(definition, field, check, domains, places)
  })
}

function unchecked(definition: Unhashed, field: Question | RecordField, check: TaskNode, domains: Domains, places: Places): DefinitionProblem[] {
  const name = promisedName(field.name)
  const path = places.get(check) ?? []
  // Only what is asked can be promised.
  const promised = [`${name} = true`, ...(field.when === null ? [] : [field.when])].map((when) => goalOf(when, true))
  if (check.when !== null && mayBe([goalOf(check.when, false)], promised, domains)) {
    return [{ code: 'promise', path: [...path, 'when'], message: `"${field.name}" may be promised, so this check must come whenever it was: write when: ${name} = true` }]
  }
  const isOpen = (node: ChooseNode, { when }: Branch): boolean =>
    mayBe(when === null ? node.branches.flatMap((other) => (other.when === null ? [] : [goalOf(other.when, false)])) : [goalOf(when, true)], promised, domains)
  if (!walk(definition.flow, { check, isOpen }, { passed: false }).granted) return []
  return [{ code: 'promise', path, message: `"${field.name}" may be promised, but there is a way to a grant on which nobody comes to this check: put it where every such way goes` }]
}

const goalOf = (when: string, holds: boolean): Goal => ({ expression: soundCondition(when), holds })

/** Whether something can be so in a case where the promise was made. What can't be decided may be. */
function mayBe(goals: readonly Goal[], promised: readonly Goal[], domains: Domains): boolean {
  const all = [...goals, ...promised]
  // Conditions that share no name leave each other alone; that each can hold by itself is proved elsewhere.
  const own = withDeciding(goals.flatMap(({ expression }) => namesIn(expression)), domains)
  const others = new Set(withDeciding(promised.flatMap(({ expression }) => namesIn(expression)), domains))
  if (!own.some((name) => others.has(name))) return true
  const { witness, exact } = find(openSpace(all.map(({ expression }) => expression), domains), all, [])
  return witness !== null || !exact
}

type Walk = { check: TaskNode; isOpen(node: ChooseNode, branch: Branch): boolean }
/** `passed`: every way so far has come to the check or ended. `granted`: some way was granted without it. */
type Walked = { passed: boolean; granted: boolean }

function walk(flow: readonly FlowNode[], around: Walk, start: { passed: boolean }): Walked {
  return flow.reduce<Walked>(
    (so, node) => {
      const one = step(node, around, so)
      return { passed: one.passed, granted: so.granted || one.granted }
    },
    { passed: start.passed, granted: false },
  )
}

function step(node: FlowNode, around: Walk, so: { passed: boolean }): Walked {
  if (node === around.check) return { passed: true, granted: false }
  if (node.node === 'end') return { passed: true, granted: !so.passed && (node.end === 'granted' || node.end === 'partly_granted') }
  const open = node.node === 'choose' ? node.branches.filter((branch) => around.isOpen(node, branch)).map((branch) => branch.do) : insideOf(node)
  const inner = open.map((steps) => walk(steps, around, so))
  const granted = inner.some((one) => one.granted)
  if (node.node === 'choose') return { passed: inner.every((one) => one.passed), granted }
  // There may be no items.
  return { passed: so.passed || (node.node !== 'each' && inner.some((one) => one.passed)), granted }
}
