import { type CaseState, latestRound } from './case-state.ts'
import { namesIn } from '#app/kernel/condition/names.ts'
import { parseCondition } from '#app/kernel/condition/parse.ts'
import type { ChooseNode, Definition, FlowNode } from '#app/kernel/definition/definition.ts'
import { baseName, itemName } from '#app/kernel/definition/item-name.ts'
import { nodesOf } from '#app/kernel/definition/nodes.ts'

type Ordered = FlowNode & { node: 'task' | 'wait' | 'sub' }

/**
 * What a case has found out already: a condition that stands in another version as in its own came out as it came out,
 * whatever was corrected since. Where a table or a step that it reads is another one, it has to be asked again.
 */
export class KnownFacts {
  private readonly state: CaseState
  private readonly same: boolean
  private readonly own: ReadonlyMap<string, Ordered>
  /** The case's own id of each choice of the other version that stands in its own. */
  private readonly choiceIds: ReadonlyMap<string, string>

  constructor(own: Definition, definition: Definition, state: CaseState) {
    this.state = state
    this.same = tablesOf(own) === tablesOf(definition)
    this.own = new Map(nodesOf(own).filter(isOrdered).map((node) => [node.name, node]))
    const known = keyedChoices(own)
    this.choiceIds = new Map([...keyedChoices(definition)].flatMap(([key, { id }]) => (known.has(key) ? [[id, known.get(key)?.id ?? '']] : [])))
  }

  /** Whether a step's condition held; null: it has not come up yet, or is another one. @param done steps that the other version knows to be done */
  held(node: Ordered, name: string, done: readonly string[]): boolean | null {
    if (node.when === null || this.own.get(node.name)?.when !== node.when || !this.reads(node.when, done)) return null
    if (this.state.skipped.includes(name)) return false
    return latestRound(this.state, name) !== null || this.state.waits[name] !== undefined || this.state.subs[name] !== undefined ? true : null
  }

  /** The branch that was taken; null as above. */
  branch(node: ChooseNode, item: number | null, done: readonly string[]): number | null {
    const id = this.choiceIds.get(node.id)
    if (id === undefined || !node.branches.every(({ when }) => when === null || this.reads(when, done))) return null
    return this.state.choices[itemName(id, item)] ?? null
  }

  /** Does a condition read just what it read then? */
  private reads(when: string, done: readonly string[]): boolean {
    const parsed = parseCondition(when)
    const wasDone = (name: string): boolean => latestRound(this.state, name)?.outcome != null || this.state.waits[name]?.closedAt != null || this.state.subs[name]?.end != null
    return this.same && parsed.ok && namesIn(parsed.condition).every((name) => !wasDone(name) || done.some((one) => baseName(one) === name))
  }
}

const isOrdered = (node: FlowNode): node is Ordered => node.node === 'task' || node.node === 'wait' || node.node === 'sub'

const tablesOf = ({ data }: Definition): string => JSON.stringify(Object.values(data).flatMap((field) => (field.kind === 'table' ? [[field.name, field.rows]] : [])))

/** A choice has no name: it is known by its conditions, and by how often these have stood before. */
function keyedChoices(definition: Definition): Map<string, ChooseNode> {
  const all = new Map<string, ChooseNode>()
  for (const node of nodesOf(definition)) {
    if (node.node !== 'choose') continue
    const conditions = JSON.stringify(node.branches.map(({ when }) => when))
    const times = [...all.keys()].filter((key) => key.startsWith(`${conditions} `)).length
    all.set(`${conditions} ${times}`, node)
  }
  return all
}
