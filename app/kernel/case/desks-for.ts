import type { Definition, TaskNode } from '#app/kernel/definition/definition.ts'

import type { Value } from './answer.ts'
import { departmentOf } from './seen-by.ts'

/**
 * The desks a task is offered to: that of the department which a value names, or those of the region which one names. A
 * record that names none we know goes to the first: better there than nowhere.
 */
export function desksFor(definition: Pick<Definition, 'data'>, node: TaskNode, values: Readonly<Record<string, Value>>): readonly string[] {
  const { department } = node
  if (department !== null) return [node.desks.find((desk) => departmentOf(desk) === values[department]) ?? node.desks[0] ?? '']
  if (node.region === null) return node.desks
  const type = definition.data[node.region]?.type
  const known: readonly Value[] = type?.type === 'choice' ? type.of : []
  const named = values[node.region] ?? null
  const region = known.includes(named) ? named : known[0]
  return node.desks.map((desk) => `${desk}.${String(region)}`)
}

/** `department.role` of a desk, without its region. */
export const officeOf = (desk: string): string => desk.split('.').slice(0, 2).join('.')
