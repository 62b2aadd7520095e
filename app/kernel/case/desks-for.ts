import type { Definition, TaskNode } from '#app/kernel/definition/definition.ts'

import type { Value } from './answer.ts'

/**
 * The desks a task is offered to: those of the region that a value names, where the departments work by region. A
 * record that names no region we know goes to the first: better there than nowhere.
 */
export function desksFor(definition: Definition, node: TaskNode, values: Readonly<Record<string, Value>>): readonly string[] {
  if (node.region === null) return node.desks
  const type = definition.data[node.region]?.type
  const known: readonly Value[] = type?.type === 'choice' ? type.of : []
  const named = values[node.region] ?? null
  const region = known.includes(named) ? named : known[0]
  return node.desks.map((desk) => `${desk}.${String(region)}`)
}

/** `department.role` of a desk, without its region. */
export const officeOf = (desk: string): string => desk.split('.').slice(0, 2).join('.')
