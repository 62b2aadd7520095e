import { namesInText } from '#app/kernel/condition/sound-condition.ts'

import type { Unhashed } from './check-definition.ts'
import { promisedName } from './condition-of.ts'
import type { FlowNode } from './definition.ts'
import { nodesOf } from './nodes.ts'

/** The names that have been given a value, or were knowingly left empty, at some point of a flow. Immutable. */
export class Known {
  private readonly names: ReadonlySet<string>
  private readonly definition: Unhashed

  private constructor(names: ReadonlySet<string>, definition: Unhashed) {
    this.names = names
    this.definition = definition
  }

  /** What an application brings: everything but what desks set and what stands once for each item. */
  static atStart(definition: Unhashed): Known {
    const given = Object.values(definition.data).flatMap((field) => {
      if (field.kind === 'desk' || field.kind === 'table' || field.each !== null) return []
      return field.promisable === null ? [field.name] : [field.name, promisedName(field.name)]
    })
    return new Known(new Set(given), definition)
  }

  /** A table's value is known when everything it reads is. */
  has(name: string): boolean {
    const field = this.definition.data[name]
    if (field?.kind !== 'table') return this.names.has(name)
    return [...this.readsOf(name)].every((read) => this.names.has(read) || read === 'today')
  }

  with(...names: readonly string[]): Known {
    return new Known(new Set([...this.names, ...names]), this.definition)
  }

  /** What steps of other branches made known that had to come first. */
  afterSteps(steps: readonly string[]): Known {
    if (steps.length === 0) return this
    const made = nodesOf(this.definition).flatMap((node) => ((node.node === 'task' || node.node === 'wait' || node.node === 'sub') && steps.includes(node.name) ? madeKnown(node) : []))
    return this.with(...made)
  }

  and(others: readonly Known[]): Known {
    return new Known(new Set([...this.names, ...others.flatMap((other) => [...other.names])]), this.definition)
  }

  /** What all of these know; this, if there are none. */
  common(others: readonly Known[]): Known {
    const [first, ...rest] = others
    return first ? new Known(new Set([...first.names].filter((name) => rest.every((other) => other.names.has(name)))), this.definition) : this
  }

  /** Inside an `each` the values of one item are known too. */
  inside(each: string): Known {
    return this.with(...Object.values(this.definition.data).flatMap((field) => (field.each === each && field.kind !== 'desk' ? [field.name] : [])))
  }

  /** Everything a table reads that is no table itself, through other tables too. */
  readsOf(table: string, seen: ReadonlySet<string> = new Set([table])): ReadonlySet<string> {
    const field = this.definition.data[table]
    if (field?.kind !== 'table') return new Set([table])
    const direct = [...new Set(field.rows.flatMap(({ when }) => namesInText(when)))]
    return new Set(direct.flatMap((name) => (seen.has(name) ? [name] : [...this.readsOf(name, new Set([...seen, name]))])))
  }
}

/** The names a step gives a value to. */
export const madeKnown = (node: FlowNode & { node: 'task' | 'wait' | 'sub' }): readonly string[] => {
  if (node.node === 'task') return [node.name, ...node.sets]
  return node.node === 'sub' ? [node.name, ...node.takes] : [node.name]
}
